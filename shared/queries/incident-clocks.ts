import { leadsPlace } from '../commands/authority.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import { clocksRunning } from '../domain/incident-clock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { londonDate, type PlainDate } from '../domain/time.ts'
import type { Clock } from './clocks.ts'
import { turnOfIncident } from './incident-turn.ts'
import type { IncidentRow } from './incidents.ts'
import { leaderOn, presentOr } from './leader-on.ts'
import { incidentKeyOf, incidentPartKeyOf } from './row-key.ts'

/** The clocks of an incident of any group, or of none, with whom they are by now. */
export function incidentClocksIn(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Clock[] {
  const { answering } = turnOfIncident(incident, subject, { kind: 'not-known' }, index, today)
  const { team, segment } = subject
  const whose = whoseIs({ incident, answering, team, segment }, index, today)
  return incidentClocks(incident, subject.kind === 'case-group' ? subject : null, whose)
}

/** What of an incident runs against time; nothing where only its state says what is next. */
export function incidentClocks(
  incident: Incident,
  group: CaseGroup | null,
  whose: StaffNumber | null,
): readonly Clock[] {
  const of = { key: incidentKeyOf(incident.id, group?.id ?? null), group, incident, whose }
  return clocksRunning(incident).map((clock, place, all): Clock => {
    switch (clock.kind) {
      case 'answer': {
        const { email, due } = clock
        const twins = all.slice(0, place).filter(each => each.kind === 'answer' && each.due === due).length
        const key = incidentPartKeyOf(incident.id, `${email.receivedAt}/${twins}`, group?.id ?? null)
        return { ...of, key, kind: 'email-to-answer', email, dueAt: due, dueOn: londonDate(due) }
      }
      case 'call-back':
        return { ...of, kind: 'call-back', dueAt: clock.due, dueOn: londonDate(clock.due) }
      case 'check-back':
        return { ...of, kind: 'check-back', dueAt: null, dueOn: clock.on }
      default:
        return assertNever(clock)
    }
  })
}

/** With its raiser gone, whoever leads the team (INC-18, TEAM-2); whoever was consulted checks back (INC-3). */
export function whoseIs(
  { incident, answering, team, segment }: Pick<IncidentRow, 'incident' | 'answering' | 'team' | 'segment'>,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  const { state, consulted } = incident
  if (state === 'check-back' && consulted) {
    const leads = leadsPlace(consulted.by, { team, segment }, index, today)
    return leads ? presentOr(consulted.by, team, index, today) : leaderOn(team, index, today)
  }
  return answering ?? leaderOn(team, index, today)
}
