import type { Aggregate } from '../../shared/domain/aggregate.ts'
import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import { chaseDueOn } from '../../shared/domain/recovery-dates.ts'
import { caseOfClock, whatWords } from '../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../shared/queries/clock-working.ts'
import {
  type Clock,
  clocksOfGroup,
  generalClock,
  incidentClock,
  recoveryClock,
} from '../../shared/queries/clocks.ts'
import { sectionOf } from '../../shared/queries/deadlines.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** Every clock that runs, whoever's it is, with how it is reckoned: those of the groups first, in the order of their numbers. */
export async function* deadlinesReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of eachCaseGroup(context.tx)) {
    // What is open of an incident goes on when its group closes (INC-18).
    const clocks = isLive(group) ? clocksOfGroup(group) : incidentClocksOf(group)
    for (const clock of clocks) yield rowOf(clock, context)
  }
  const aggregates = await loadAggregates(context.tx)
  for (const aggregate of aggregates) {
    for (const clock of clocksOfAggregate(aggregate, context)) yield rowOf(clock, context)
  }
}

const incidentClocksOf = (group: CaseGroup) =>
  group.incidents.flatMap(incident => incidentClock(incident, group))

function clocksOfAggregate(aggregate: Aggregate, { index }: ReportContext): readonly Clock[] {
  switch (aggregate.kind) {
    case 'advice-request':
      return generalClock(aggregate)
    case 'incident':
      return incidentClock(aggregate.incident, null)
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
