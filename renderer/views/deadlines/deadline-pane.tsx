import type { Instant } from '../../../shared/domain/time.ts'
import { clockDueWords, whatWords } from '../../../shared/queries/clock-words.ts'
import { workingOf } from '../../../shared/queries/clock-working.ts'
import type { Clock } from '../../../shared/queries/clocks.ts'
import type { DeadlineSection } from '../../../shared/queries/deadlines.ts'
import { Callout } from '../../components/callout.tsx'
import { AdviceDetail } from '../advice/advice-detail.tsx'
import { FocusedGroup } from '../case-group/focused-group.tsx'
import { useReadings } from '../desk-context.ts'

interface DeadlinePaneProps {
  readonly clock: Clock
  readonly section: DeadlineSection
  readonly now: Instant
}

/** When it is due and how that was reckoned, then the record that it is about. */
export function DeadlinePane({ clock, section, now }: DeadlinePaneProps) {
  const { index } = useReadings()
  // Advice says it itself, wherever it is shown.
  const saysItself = clock.kind === 'advice' || clock.kind === 'general-advice'
  const late = section === 'critical' || section === 'overdue'
  return (
    <>
      <article className="detail">
        <h2 className="detail-title">
          {whatWords(clock)}: {clockDueWords(clock, now)}
        </h2>
        {!saysItself && (
          <Callout tone={late ? 'alarm' : section === 'today' ? 'warn' : 'plain'}>
            <p>How this is reckoned:</p>
            <ul className="working">
              {workingOf(clock, index).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Callout>
        )}
      </article>
      {clock.kind === 'general-advice' ? <AdviceDetail id={clock.request.id} /> : <FocusedGroup />}
    </>
  )
}
