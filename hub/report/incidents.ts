import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import type { Incident } from '../../shared/domain/incident.ts'
import { clockOf, type IncidentClock } from '../../shared/domain/incident-clock.ts'
import { isOpenIncident } from '../../shared/domain/incident-steps.ts'
import type { OwnIncident } from '../../shared/domain/own-incident.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { turnOfIncident } from '../../shared/queries/incident-turn.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/**
 * Every incident, whose turn it is and what runs; none of its words (INC-3 to INC-12). One that is open goes on when its
 * group closes (INC-18).
 */
export async function* incidentsReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of eachCaseGroup(context.tx)) {
    for (const incident of group.incidents) {
      if (isLive(group) || isOpenIncident(incident)) yield rowOf(incident, group, context)
    }
  }
  for (const aggregate of await loadAggregates(context.tx)) {
    if (aggregate.kind === 'incident') yield rowOf(aggregate.incident, aggregate, context)
  }
}

function rowOf(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  { now, index }: ReportContext,
): ReportRow {
  const group = subject.kind === 'case-group' ? subject : null
  const { id, state, number, raisedBy, raisedAt, retriesBy, authorised } = incident
  const clock = clockOf(incident)
  const due = dueOf(clock)
  return {
    masterCaseNumber: group?.id ?? null,
    incident: id,
    number,
    state,
    turn: turnOfIncident(incident, subject, index, londonDate(now)).turn,
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
  return clock.kind === 'check-back' ? clock.on : clock.due
}

// A whole day is late when it is over.
const isLate = (due: string, now: string) =>
  due.length === 10 ? due < londonDate(now) : Date.parse(due) < Date.parse(now)
