import { allocate, allocationFacts } from '../../shared/domain/allocation.ts'
import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import { type HistoryEntry, remember } from '../../shared/domain/history.ts'
import type { SegmentName, TeamId } from '../../shared/domain/ids.ts'
import { land, queueTeam } from '../../shared/domain/landing.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'

/**
 * The group in a segment that the BOM has, and in a team of it: a segment that was renamed, or is no more, would hide
 * the group from everybody (ALLOC-1, BOM-5). `told` is where the source has it.
 */
export function house(group: CaseGroup, told: SegmentName, index: OrganisationIndex, now: string): CaseGroup {
  const placed = index.bom.caseOwning.has(group.segment) ? group : rehoused(group, told, index, now)
  const team = teamOf(placed, index)
  return team === placed.team ? placed : { ...placed, team }
}

// With its team where that has gone to another segment: what belongs elsewhere then is drift, as always (IMP-8).
function rehoused(group: CaseGroup, told: SegmentName, index: OrganisationIndex, now: string): CaseGroup {
  const withTeam = segmentOfTeam(group.team, index)
  const { rank, segment } = belonging(group, withTeam ?? told, index)
  const to = withTeam ?? segment
  const entry: HistoryEntry = {
    at: now,
    actor: { kind: 'rule', rule: 'ALLOC-1' },
    event: { kind: 'moved', from: group.segment, to, rank },
    reason: null,
    batch: null,
  }
  const stays = withTeam !== null || !isLive(group) || teamOfHolderIn(group, to, index) !== null
  const moved = stays ? { ...group, segment: to } : land(group, to, index)
  return { ...moved, history: remember(group.history, entry) }
}

/** Where it belongs; where its address does not say, it stays in `present`, or else with those who do the work of its rank. */
function belonging(group: CaseGroup, present: SegmentName, { bom }: OrganisationIndex) {
  const facts = { ...allocationFacts(group), segment: present }
  const { rank, segment } = allocate(facts, bom)
  const known = bom.caseOwning.has(present) ? present : null
  const ofRank = [...bom.caseOwning.values()].find(each => each.rank === rank)
  const to = segment ?? known ?? ofRank?.name
  if (!to) throw new Error(`No segment has rank ${rank}.`)
  return { rank, segment: to }
}

function segmentOfTeam(
  team: TeamId | null | undefined,
  { teams, bom }: OrganisationIndex,
): SegmentName | null {
  const segment = team ? teams.get(team)?.segment : undefined
  return segment && bom.caseOwning.has(segment) ? segment : null
}

// Whoever moved had it in the team that he left: it is orphaned there (ORPH-1).
function teamsOfHolder({ holder, assignedOn }: CaseGroup, { staff }: OrganisationIndex): readonly TeamId[] {
  const member = holder === null ? undefined : staff.get(holder)
  if (!member) return []
  const left = member.movedOn !== null && (assignedOn === null || assignedOn < member.movedOn)
  return [left ? member.previousTeam : null, member.team].filter(team => team !== null)
}

const teamOfHolderIn = (group: CaseGroup, segment: SegmentName, index: OrganisationIndex): TeamId | null =>
  teamsOfHolder(group, index).find(team => index.teams.get(team)?.segment === segment) ?? null

// The team follows the holder, or the segment when unassigned (IMP-6). One that is there stays: whoever left it orphans
// what he holds (ORPH-1).
function teamOf(group: CaseGroup, index: OrganisationIndex): TeamId | null {
  const { team, holder, segment } = group
  const known = team === null ? undefined : index.teams.get(team)
  if (known && (holder !== null || known.segment === segment)) return team
  return teamOfHolderIn(group, segment, index) ?? queueTeam(segment, index)
}
