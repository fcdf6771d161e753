import { assertNever } from '../domain/assert-never.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import { isWithAac, type StepBy } from '../domain/incident-steps.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { leadersOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { isRaiserGone } from '../queries/raiser-gone.ts'
import { directsPlace, leadsInSegment, leadsPlace, leadsTeam, managesSegment } from './authority.ts'
import { holderOf, type Subject } from './incident-subject.ts'

/** Who asks for a step, of which incident, and when. */
export interface Asked {
  readonly actor: StaffNumber
  readonly incident: Incident
  readonly subject: Subject
  readonly index: OrganisationIndex
  readonly today: PlainDate
}

/** A sentence where it is not his step to take (INC-16, INC-18). */
export function objectionToStep(by: StepBy, asked: Asked): string | undefined {
  switch (by) {
    case 'raiser':
      return isRaiser(asked)
        ? undefined
        : 'That is for whoever raised it or took over its retries; the team leader does it only when he is away.'
    case 'leader':
      return leadsIncident(asked)
        ? undefined
        : 'Only the leader of its team decides that; while he is away his deputy or the segment manager does.'
    case 'approver':
      return objectionToApprover(asked)
    case 'either':
      return isRaiser(asked) || leadsIncident(asked)
        ? undefined
        : 'Only whoever raised it and the leader of its team can do that.'
    case 'anyone':
      return undefined
    default:
      return assertNever(by)
  }
}

/**
 * Leads where it is; what the leader of the team raised himself is the segment manager's too, who takes his place in that: nobody
 * judges his own (INC-5, INC-16, TEAM-3).
 */
export function leadsIncident({ actor, incident, subject, index, today }: Asked): boolean {
  if (leadsPlace(actor, subject, index, today)) return true
  const { raisedBy } = incident
  return (
    actor !== raisedBy &&
    managesSegment(actor, subject.segment, index) &&
    leadsTeam(raisedBy, subject.team, index, today)
  )
}

/** Who raised it or took over its retries; with him gone its holder, who gets the retries, and its team leader (INC-18). */
function isRaiser(asked: Asked): boolean {
  const { actor, incident, subject, index, today } = asked
  if (actor === incident.raisedBy || actor === answersAac(incident)) return true
  return (
    isRaiserGone(incident, subject, index, today) && (holderOf(subject) === actor || leadsIncident(asked))
  )
}

/** Whether an incident is with AAC that is not his, so that he takes no further action on the group (LOCK-6). */
export function isLeftToRaiser(
  subject: CaseGroup,
  actor: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const withAac = subject.incidents.filter(isWithAac)
  return !withAac.every(incident => isRaiser({ actor, incident, subject, index, today }))
}

function objectionToApprover(asked: Asked): string | undefined {
  const { actor, incident, subject, index } = asked
  if (actor === incident.raisedBy)
    return 'Nobody authorises an incident he raised: another team leader of the segment or the segment manager does.'
  if (leadsIncident(asked) || (isRaisedByLeader(asked) && standsBeside(actor, subject, index)))
    return undefined
  return 'Only the leader of its team authorises it; while he is away his deputy or the segment manager does.'
}

const standsBeside = (actor: StaffNumber, { segment }: Subject, index: OrganisationIndex): boolean =>
  leadsInSegment(actor, segment, index) || managesSegment(actor, segment, index)

const isRaisedByLeader = ({ incident, subject, index, today }: Asked) =>
  directsPlace(incident.raisedBy, subject, index, today)

/**
 * The team whose leader would take the step (TEAM-3); null: it is his own, or, of an incident that the leader raised
 * himself, nobody takes his place (INC-16).
 */
export function teamOfStep(
  by: StepBy,
  incident: Incident,
  subject: Subject,
  actor: StaffNumber,
  index: OrganisationIndex,
): TeamId | null {
  const { team } = subject
  if (team === null || by === 'anyone') return null
  if (actor === incident.raisedBy || actor === answersAac(incident)) return null
  if (holderOf(subject) === actor) return null
  const raisedByLeader = leadersOf(team, index).some(({ number }) => number === incident.raisedBy)
  return by === 'approver' && raisedByLeader ? null : team
}
