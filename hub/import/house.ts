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

// Its segment has another name, or its work went to another one: what belongs elsewhere then is drift, as always (IMP-8).
// Only what is nowhere else is allocated; a lock and its holder stay also then (LOCK-1, LOCK-11).
function rehoused(group: CaseGroup, told: SegmentName, index: OrganisationIndex, now: string): CaseGroup {
  const present = presentSegment(group, told, index)
  const { rank, segment } = belonging(group, present ?? told, index)
  const to = present ?? segment
  const entry: HistoryEntry = {
    at: now,
    actor: { kind: 'rule', rule: 'ALLOC-1' },
    event: { kind: 'moved', from: group.segment, to, rank },
    reason: null,
    batch: null,
  }
  const lands =
    present === null && isLive(group) && group.lock === null && teamOfHolderIn(group, to, index) === null
  const moved = lands ? land(group, to, index) : { ...group, segment: to }
  return { ...moved, history: remember(group.history, entry) }
}

/** Where its team has gone or where its holder has it, or else where the source does; null where none of them is in the BOM. */
function presentSegment(group: CaseGroup, told: SegmentName, index: OrganisationIndex): SegmentName | null {
  const [heldIn] = teamsOfHolder(group, index)
  const ofTeam = segmentOfTeam(group.team, index) ?? segmentOfTeam(heldIn, index)
  return ofTeam ?? (index.bom.caseOwning.has(told) ? told : null)
}

/** Where it belongs; where its address does not say, with those who do the work of its rank. */
function belonging(group: CaseGroup, present: SegmentName, { bom }: OrganisationIndex) {
  const facts = { ...allocationFacts(group), segment: present }
  const { rank, segment } = allocate(facts, bom)
  const ofRank = [...bom.caseOwning.values()].find(each => each.rank === rank)
  const to = segment ?? ofRank?.name
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
