import type { Aggregate } from '../../shared/domain/aggregate.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { standsSince } from '../../shared/domain/incident-clock.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { chaseDueOn } from '../../shared/domain/recovery-dates.ts'
import { absenceOf, leadingOn } from '../../shared/domain/standing-in.ts'
import { type Instant, londonDate, type PlainDate } from '../../shared/domain/time.ts'
import { caseOfClock, whatWords } from '../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../shared/queries/clock-working.ts'
import { type Clock, clocksOfGroup, generalClock, recoveryClock } from '../../shared/queries/clocks.ts'
import { sectionOf } from '../../shared/queries/deadlines.ts'
import { incidentClocksIn } from '../../shared/queries/incident-clocks.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'
import { wasThere } from './was-there.ts'

/** Every clock that runs now and had begun by then, whoever's it is, with how it is reckoned: those of the groups first, in the order of their numbers. */
export async function* deadlinesReport(context: ReportContext): AsyncGenerator<ReportRow> {
  const { index, now } = context
  for await (const group of eachCaseGroup(context.tx)) {
    // What is open of an incident goes on when its group closes (INC-18).
    const clocks = isLive(group)
      ? clocksOfGroup(group, index, londonDate(now))
      : incidentClocksOf(group, context)
    yield* rowsOf(clocks, context)
  }
  const aggregates = await loadAggregates(context.tx)
  for (const aggregate of aggregates) yield* rowsOf(clocksOfAggregate(aggregate, context), context)
}

const rowsOf = (clocks: readonly Clock[], context: ReportContext): readonly ReportRow[] =>
  clocks.filter(clock => wasThere(beganOf(clock), context)).map(clock => rowOf(clock, context))

/** Since when there is what the clock runs for. */
function beganOf(clock: Clock): Instant | PlainDate {
  switch (clock.kind) {
    case 'service-request':
      return clock.request.createdOn
    case 'advice':
      return clock.request.here?.advice?.askedAt ?? clock.request.createdOn
    case 'general-advice':
      return clock.request.advice.askedAt
    case 'lock-review':
      return clock.lock.since
    case 'lock-after-incident':
      return clock.over.endedAt
    case 'recovery-chase':
      return clock.recovery.requestedAt
    case 'email-to-answer':
      return clock.email.receivedAt
    case 'call-back':
    case 'check-back':
      return standsSince(clock.incident)
    default:
      return assertNever(clock)
  }
}

const incidentClocksOf = (group: CaseGroup, { index, now }: ReportContext) =>
  group.incidents.flatMap(incident => incidentClocksIn(incident, group, index, londonDate(now)))

function clocksOfAggregate(aggregate: Aggregate, { index, now }: ReportContext): readonly Clock[] {
  switch (aggregate.kind) {
    case 'advice-request':
      return generalClock(aggregate)
    case 'incident':
      return incidentClocksIn(aggregate.incident, aggregate, index, londonDate(now))
    case 'recovery-request':
      return recoveryClock(
        { recovery: aggregate, chaseOn: chaseDueOn(aggregate, index) },
        index,
        londonDate(now),
      )
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
    with: presentFor(whose, index, londonDate(now)),
    dueOn,
    dueAt,
    certain: isCertain(clock, index),
    state: sectionOf(clock, now),
    working: workingOf(clock, index).join(' '),
  }
}

/** The clocks of whoever is away are his team leader's; null: the segment manager's (TEAM-2, TEAM-3). */
function presentFor(
  whose: StaffNumber | null,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  if (whose === null || !absenceOf(whose, index, today)) return whose
  const team = index.staff.get(whose)?.team ?? null
  return team === null ? null : (leadingOn(team, index, today)[0] ?? null)
}
