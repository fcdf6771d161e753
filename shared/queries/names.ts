import type { SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'

/** The person's name; his number where the staff list lacks him. */
export function staffName(number: StaffNumber | null, index: OrganisationIndex): string {
  if (number === null) return 'nobody'
  return index.staff.get(number)?.name ?? `staff number ${number}`
}

export function teamName(id: TeamId | null, index: OrganisationIndex): string {
  if (id === null) return 'no team'
  return index.teams.get(id)?.name ?? `team ${id}`
}

/** The team as its segment calls it, where its name only adds to the segment's: `Team 2`. */
export function teamTitle(id: TeamId, index: OrganisationIndex): string {
  const team = index.teams.get(id)
  const segment = team && `${segmentTitle(team.segment, index)} `
  return team && segment && team.name.startsWith(segment)
    ? `Team ${team.name.slice(segment.length)}`
    : teamName(id, index)
}

/**
 * What tells a segment's title from another's, for narrow columns: `Enforcement Local Centre` beside
 * `Maintenance Service` of the same region, `North West` beside another region's.
 */
export function segmentTitleBeside(name: SegmentName, other: SegmentName, index: OrganisationIndex): string {
  const words = segmentTitle(name, index).split(' ')
  const others = segmentTitle(other, index).split(' ')
  let start = 0
  while (start < words.length && words[start] === others[start]) start++
  let end = 0
  while (end < words.length - start && words.at(-1 - end) === others.at(-1 - end)) end++
  return words.slice(start, words.length - end).join(' ') || words.join(' ')
}

/** The segment's description; its system name where the BOM lacks it by now (BOM-4). */
export function segmentTitle(name: SegmentName, index: OrganisationIndex): string {
  return index.segments.get(name)?.description ?? name
}
