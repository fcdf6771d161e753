import type { AdviceRequest } from '../../shared/domain/advice.ts'
import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import type { Incident } from '../../shared/domain/incident.ts'
import type { IncidentClock } from '../../shared/domain/incident-clock.ts'
import { isOpenIncident } from '../../shared/domain/incident-steps.ts'
import type { OwnIncident } from '../../shared/domain/own-incident.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { adviceStanding, clockWithAdvice } from '../../shared/queries/incident-advice.ts'
import { turnOfIncident } from '../../shared/queries/incident-turn.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'
import { wasThere } from './was-there.ts'

/**
 * Every incident raised by then, as it stands now, whose turn it is and what runs; none of its words (INC-3 to INC-12).
 * One that is open goes on when its group closes (INC-18).
 */
export async function* incidentsReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of eachCaseGroup(context.tx)) {
    for (const incident of group.incidents) {
      if (!wasThere(incident.raisedAt, context)) continue
      if (isLive(group) || isOpenIncident(incident)) yield rowOf(incident, group, [], context)
    }
  }
  const aggregates = await loadAggregates(context.tx)
  const advice = aggregates.filter(({ kind }) => kind === 'advice-request') as readonly AdviceRequest[]
  for (const aggregate of aggregates) {
    if (aggregate.kind !== 'incident' || !wasThere(aggregate.incident.raisedAt, context)) continue
    yield rowOf(aggregate.incident, aggregate, advice, context)
  }
}

function rowOf(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  advice: readonly AdviceRequest[],
  { now, index }: ReportContext,
): ReportRow {
  const group = subject.kind === 'case-group' ? subject : null
  const { id, state, number, raisedBy, raisedAt, retriesBy, authorised } = incident
  const standing = adviceStanding(incident, subject, advice)
  const clock = clockWithAdvice(incident, standing)
  const due = dueOf(clock)
  return {
    masterCaseNumber: group?.id ?? null,
    incident: id,
    number,
    state,
    turn: turnOfIncident(incident, subject, standing, index, londonDate(now)).turn,
    raisedBy,
    raisedAt,
    retriesBy,
    authorisedBy: authorised?.by ?? null,
    clock: clock.kind,
    since: clock.kind === 'since' ? clock.from : null,
    due,
    late: due !== null && isLate(due, now),
    locked: group === null ? null : group.lock !== null,
  }
}

function dueOf(clock: IncidentClock): string | null {
  if (clock.kind === 'since') return null
  if (clock.kind === 'check-back') return clock.on
  return clock.kind === 'advice' ? (clock.due ?? clock.on) : clock.due
}

// A whole day is late when it is over.
const isLate = (due: string, now: string) =>
  due.length === 10 ? due < londonDate(now) : Date.parse(due) < Date.parse(now)
