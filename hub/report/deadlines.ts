import type { Aggregate } from '../../shared/domain/aggregate.ts'
import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import { chaseDueOn } from '../../shared/domain/recovery-dates.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { caseOfClock, whatWords } from '../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../shared/queries/clock-working.ts'
import {
  type Clock,
  clocksOfGroup,
  generalClock,
  incidentClockIn,
  recoveryClock,
} from '../../shared/queries/clocks.ts'
import { sectionOf } from '../../shared/queries/deadlines.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** Every clock that runs, whoever's it is, with how it is reckoned: those of the groups first, in the order of their numbers. */
export async function* deadlinesReport(context: ReportContext): AsyncGenerator<ReportRow> {
  const { index, now } = context
  for await (const group of eachCaseGroup(context.tx)) {
    // What is open of an incident goes on when its group closes (INC-18).
    const clocks = isLive(group)
      ? clocksOfGroup(group, index, londonDate(now))
      : incidentClocksOf(group, context)
    for (const clock of clocks) yield rowOf(clock, context)
  }
  const aggregates = await loadAggregates(context.tx)
  for (const aggregate of aggregates) {
    for (const clock of clocksOfAggregate(aggregate, context)) yield rowOf(clock, context)
  }
}

const incidentClocksOf = (group: CaseGroup, { index, now }: ReportContext) =>
  group.incidents.flatMap(incident => incidentClockIn(incident, group, index, londonDate(now)))

function clocksOfAggregate(aggregate: Aggregate, { index, now }: ReportContext): readonly Clock[] {
  switch (aggregate.kind) {
    case 'advice-request':
      return generalClock(aggregate)
    case 'incident':
      return incidentClockIn(aggregate.incident, aggregate, index, londonDate(now))
    case 'recovery-request':
      return recoveryClock({ recovery: aggregate, chaseOn: chaseDueOn(aggregate, index) })
    default:
      return []
  }
}

function rowOf(clock: Clock, { index, now }: ReportContext): ReportRow {
  const { kind, dueOn, dueAt, whose, group } = clock
  return {
    kind,
    what: whatWords(clock),
    masterCaseNumber: caseOfClock(clock),
    segment: group?.segment ?? null,
    team: group?.team ?? null,
    with: whose,
    dueOn,
    dueAt,
    certain: isCertain(clock, index),
    state: sectionOf(clock, now),
    working: workingOf(clock, index).join(' '),
  }
}
