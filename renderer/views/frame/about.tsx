import { useEffect, useState } from 'react'
import { whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { PROTOCOL, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { PlainDialog } from '../../components/plain-dialog.tsx'
import type { Desktop } from '../../home/desktop.ts'
import { overlayOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesktop } from '../desktop-context.ts'
import { useToday } from '../use-replica.ts'

type Versions = Awaited<ReturnType<Desktop['versions']>>

/** What is running here, and how old what it shows is: what whoever helps with it asks first. */
export function About({ readings }: { readonly readings: Readings | undefined }) {
  const dispatch = useDeskDispatch()
  const versions = useVersions()
  const asOf = useDeskState(state => state.connection.asOf)
  const today = useToday()
  const close = () => dispatch(overlayOpened(null))
  return (
    <PlainDialog title="About this desk" className="about" onClose={close}>
      <FactList
        facts={[
          ...programFacts(versions),
          ['Speaks with the hub', `protocol ${PROTOCOL}, documents of form ${SCHEMA}`],
          [
            'CMS2012 as of',
            readings ? whenWords(readings.index.organisation.takenAt, today) : 'Nothing has come yet',
          ],
          ['Hub as of', asOf === null ? 'It has not answered yet' : whenWords(asOf, today)],
        ]}
      />
    </PlainDialog>
  )
}

function programFacts(versions: Versions | null): readonly Fact[] {
  if (!versions) return [['Team Leader Desk', 'in a browser, as its hub serves it']]
  return [
    ['Team Leader Desk', versions.desk],
    ['Electron', versions.electron],
    ['Chromium', versions.chromium],
  ]
}

function useVersions(): Versions | null {
  const desktop = useDesktop()
  const [versions, setVersions] = useState<Versions | null>(null)
  useEffect(() => {
    desktop?.versions().then(setVersions, console.error)
  }, [desktop])
  return versions
}
