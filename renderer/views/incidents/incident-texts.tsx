import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import type { FoundIncident } from './focused-incident.ts'
import { TextToCopy } from './text-to-copy.tsx'
import { type TextOfIncident, textsOfIncident } from './texts-to-copy.ts'

interface IncidentTextsProps {
  readonly found: FoundIncident
  readonly which: readonly TextOfIncident['id'][]
}

/** The texts of an incident that go elsewhere, each to copy at once. */
export function IncidentTexts({ found, which }: IncidentTextsProps) {
  const readings = useReadings()
  const { replica } = useDesk()
  useRevision(replica, 'aac-numbers')
  const texts = textsOfIncident(found, readings, replica.aggregates('aac-numbers').get('aac-numbers'))
  return texts
    .filter(({ id }) => which.includes(id))
    .map(({ id, title, text }) => <TextToCopy key={id} title={title} text={text} />)
}
