import type { Instant } from '../../../shared/domain/time.ts'
import { clockDueWords, whatWords } from '../../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../../shared/queries/clock-working.ts'
import type { Clock } from '../../../shared/queries/clocks.ts'
import type { DeadlineSection } from '../../../shared/queries/deadlines.ts'
import { Callout } from '../../components/callout.tsx'
import { Section } from '../../components/section.tsx'
import { AdviceDetail } from '../advice/advice-detail.tsx'
import { FocusedGroup } from '../case-group/focused-group.tsx'
import { useReadings } from '../desk-context.ts'

interface DeadlinePaneProps {
  readonly clock: Clock
  readonly section: DeadlineSection
  readonly now: Instant
}

/** When it is due and how that was reckoned, then the record that it is about. Advice says the first itself. */
export function DeadlinePane({ clock, section, now }: DeadlinePaneProps) {
  if (clock.kind === 'general-advice') return <AdviceDetail id={clock.request.id} />
  if (clock.kind === 'advice') return <FocusedGroup />
  return (
    <>
      <Reckoning clock={clock} section={section} now={now} />
      <FocusedGroup />
    </>
  )
}

function Reckoning({ clock, section, now }: DeadlinePaneProps) {
  const { index } = useReadings()
  const late = section === 'critical' || section === 'overdue'
  return (
    <article className="detail reckoning">
      <h2 className="detail-title">{whatWords(clock)}</h2>
      <Section title={`By when: ${clockDueWords(clock, now, isCertain(clock, index))}`}>
        <Callout tone={late ? 'alarm' : section === 'today' ? 'warn' : 'plain'}>
          {workingOf(clock, index).map(line => (
            <p key={line}>{line}</p>
          ))}
        </Callout>
      </Section>
    </article>
  )
}
