import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { directs } from '../../../shared/commands/authority.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { HISTORY_DAYS } from '../../../shared/sync/history.ts'
import type { Readers as Found } from '../../../shared/sync/readings.ts'
import { Section } from '../../components/section.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { purposeWords } from './purpose-words.ts'

/** Who opened the group, for whoever directs it (ACC-5); asked of the hub, which alone knows. */
export function Readers({ group }: { readonly group: CaseGroup }) {
  const { readTrail } = useDesk()
  const { index, view, today } = useReadings()
  const [found, setFound] = useState<Found | 'asking' | 'failed' | null>(null)
  if (!directs(view.staff.number, group, index, today)) return null
  const ask = () => {
    setFound('asking')
    readTrail.readers(group.id).then(setFound, () => setFound('failed'))
  }
  return (
    <Section title="Who opened it">
      <p className="note">
        Openings of nationally sensitive case groups, and by who sees this one from above its team.
      </p>
      {!Array.isArray(found) && (
        <Button size="small" disabledFocusable={found === 'asking'} onClick={ask}>
          Ask the hub
        </Button>
      )}
      {found === 'failed' && <p role="status">The hub does not answer. Try again in a moment.</p>}
      {Array.isArray(found) && (
        <ul className="history" role="status">
          {found.length === 0 && <li>Nobody in the last {HISTORY_DAYS} days.</li>}
          {found.map(({ at, staffNumber, purpose, words }) => (
            <li key={`${at}${staffNumber}${purpose}`}>
              <span>{staffName(staffNumber, index)}</span>
              <span className="quiet">
                {whenWords(at, today)}
                {purpose !== null && `, ${purposeWords[purpose]}`}
              </span>
              {words !== null && <q>{words}</q>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
