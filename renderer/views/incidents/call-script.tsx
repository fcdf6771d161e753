import { aacNumbersFor } from '../../../shared/queries/aac-numbers.ts'
import { detailsBehind } from '../../../shared/queries/details-behind.ts'
import { callScript } from '../../../shared/queries/incident-texts.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import type { FoundIncident } from './focused-incident.ts'

/** The number to ring, and what AAC asks in its order (INC-6, INC-7). */
export function CallScript({ found: { incident, group } }: { readonly found: FoundIncident }) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  useRevision(replica, 'aac-numbers')
  const known = replica.aggregates('aac-numbers').get('aac-numbers')
  const numbers = aacNumbersFor(incident.details.location ?? null, known)
  const script = callScript(incident, detailsBehind(incident, group, index, today))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: one reads it first, and scrolls it by key.
    <section aria-label="Call script" className="call-script" tabIndex={0} data-first>
      <p>
        Ring{' '}
        {numbers.map(({ site, number }, place) => (
          <span key={site}>
            {place > 0 && ', '}
            {site} <strong className="number">{number}</strong>
          </span>
        ))}
        {numbers.length > 1 && '. The location has no number of its own'}.
      </p>
      <ol className="script">
        {script.map(({ field, asked, answer, behind }) => (
          <li key={field}>
            <span className="quiet">{asked}</span> {answer ?? <strong>not known yet</strong>}
            {behind !== null && <strong className="behind">{behind}</strong>}
          </li>
        ))}
        <li>
          <span className="quiet">What is wrong</span> {incident.description}
        </li>
      </ol>
    </section>
  )
}
