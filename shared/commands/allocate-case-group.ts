import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber, type StaffNumber, staffNumber, type TeamId, teamId } from '../domain/ids.ts'
import { land, withHolder } from '../domain/landing.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'
import { objectionToAbsence } from './absence.ts'
import { isCaseworkerOf, leadsTeam, managesSegment } from './authority.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { personEntry } from './destination.ts'

const args = z.strictObject({ masterCaseNumber, team: teamId, holder: staffNumber.nullable() })
type Args = z.output<typeof args>

/**
 * Gives a group to a caseworker, from the queue or from a colleague; a segment manager may also give it to
 * a team. Holder, team, date and case-owning requests go together; the first at the hub wins (TEAM-1).
 */
export const allocateCaseGroup = defineCommand({
  name: 'allocate-case-group',
  label: 'Allocate',
  args,
  saw: z.strictObject({ team: teamId.nullable(), holder: staffNumber.nullable() }),

  reads: readsGroup,

  // To a team without a caseworker only a segment manager gives it, in his own right.
  teamOf: ({ masterCaseNumber, team, holder }, before) =>
    holder === null ? null : (before.caseGroup(masterCaseNumber)?.team ?? team),

  authorise({ masterCaseNumber, team, holder }, before, { actor, today }) {
    const group = before.caseGroup(masterCaseNumber)
    const index = before.organisation()
    if (!group || managesSegment(actor, group.segment, index)) return undefined
    if (!leadsTeam(actor, team, index, today))
      return 'A team leader allocates to his own team; a segment manager to any of his segment.'
    if (holder === null)
      return 'Choose a caseworker; only a segment manager can give a group to a team without one.'
    return isWithinReach(actor, group, team, index)
      ? undefined
      : 'It is neither your team’s nor in your segment’s queue.'
  },

  decide({ masterCaseNumber, team, holder }, saw, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    if (!group) return refuse('not-found', 'There is no such case group.')
    if (!isLive(group))
      return refuse('not-possible', 'The case group is closed; a closed group is never allocated.')
    if (group.holder !== saw.holder || group.team !== saw.team) {
      return refuse('changed', 'It has been allocated or moved since you looked.')
    }
    const objection =
      objectionTo({ masterCaseNumber, team, holder }, group, before.organisation()) ??
      objectionToAbsence(holder, before.organisation(), context.today)
    if (objection) return refuse('not-possible', objection)
    const entry = personEntry({ kind: 'allocated', from: group.holder, to: holder, team }, context)
    const held =
      holder === null
        ? land(group, group.segment, before.organisation())
        : { ...withHolder(group, holder, context.today), assignedOn: context.today }
    return accept({ ...held, team, history: remember(group.history, entry) })
  },
})

function isWithinReach(
  actor: StaffNumber,
  group: CaseGroup,
  team: TeamId,
  index: OrganisationIndex,
): boolean {
  if (group.team !== null) return group.team === team
  const leader = index.staff.get(actor)
  return leader !== undefined && segmentOf(leader, index) === group.segment
}

function objectionTo({ team, holder }: Args, group: CaseGroup, index: OrganisationIndex): string | undefined {
  if (index.teams.get(team)?.segment !== group.segment)
    return 'That team is not in the segment that owns the group.'
  if (holder !== null && !isCaseworkerOf(holder, team, index))
    return 'That person is not an active caseworker of the team.'
  if (group.holder === holder && group.team === team) return 'That is where it is already.'
  if (group.sensitive && holder !== null && !index.staff.get(holder)?.scrNominated) {
    return 'A nationally sensitive group can only be held by a nominated caseworker.'
  }
  return undefined
}
