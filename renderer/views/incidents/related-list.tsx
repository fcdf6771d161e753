import { londonDate } from '../../../shared/domain/time.ts'
import { counted, longDate } from '../../../shared/queries/date-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { RelatedIncident } from '../../../shared/queries/related-incidents.ts'
import { useReadings } from '../desk-context.ts'

interface RelatedListProps {
  readonly related: readonly RelatedIncident[]
  readonly onJoin: (row: RelatedIncident) => void
}

/** The newest five with the same problem: one joins rather than raising it again (INC-2). */
export function RelatedList({ related, onJoin }: RelatedListProps) {
  const { index } = useReadings()
  return (
    <div role="status" className="related">
      {related.length > 0 && (
        <>
          <h3>{counted(related.length, 'incident')} like this one: join instead</h3>
          <ul>
            {related.map(row => (
              <li key={row.incident.id}>
                <button type="button" className="plain-link" onClick={() => onJoin(row)}>
                  Join: {row.incident.details.errorMessage ?? row.incident.description}
                </button>{' '}
                <span className="quiet">
                  {stateTitle(row.incident)}, raised {longDate(londonDate(row.incident.raisedAt))} by{' '}
                  {staffName(row.incident.raisedBy, index)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
