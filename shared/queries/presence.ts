import type { StaffNumber, TeamId } from '../domain/ids.ts'
import type { KnownAbsence, OrganisationIndex } from '../domain/organisation-index.ts'
import type { Absence, Deputyship } from '../domain/rota.ts'
import { absenceOf, deputyshipsOf, isUnled, leadersOf, leadingOn } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { shortDate } from './date-words.ts'
import { staffName } from './names.ts'

/** Absences of one person that are not over, the next first. */
export function absencesOf(
  staff: StaffNumber,
  { absences }: OrganisationIndex,
  today: PlainDate,
): readonly KnownAbsence[] {
  const known = absences.get(staff) ?? []
  return known.filter(({ to }) => to >= today).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Deputyships of one leader that are not over, the next first. */
export function deputyshipsFor(
  leader: StaffNumber,
  team: TeamId,
  { rotas }: OrganisationIndex,
  today: PlainDate,
): readonly Deputyship[] {
  const { deputyships = [] } = rotas.get(team) ?? {}
  return deputyships.filter(each => each.leader === leader && each.to >= today)
}

/** How a team is led on a day; `unled`: it is the segment manager’s (TEAM-3). */
export interface Leading {
  readonly team: TeamId
  /** The one who leads it, there or away; null: it has no active leader. */
  readonly leader: StaffNumber | null
  readonly deputy: Deputyship | null
  readonly away: Absence | null
  readonly isUnled: boolean
}

export function leadingOf(team: TeamId, index: OrganisationIndex, today: PlainDate): Leading {
  const leaders = leadersOf(team, index)
  const [leading] = leadingOn(team, index, today)
  const leader = leaders.find(({ number }) => number === leading) ?? leaders[0]
  return {
    team,
    leader: leader?.number ?? null,
    deputy: deputyshipsOf(team, index, today)[0] ?? null,
    away: (leader && absenceOf(leader.number, index, today)) ?? null,
    isUnled: isUnled(team, index, today),
  }
}

/** `away until 3 Dec 2026`, `away from 1 Dec 2026`; nothing for whoever is there. */
export function awayWords(absence: Absence, today: PlainDate): string {
  return absence.from <= today
    ? `away until ${shortDate(absence.to)}`
    : `away from ${shortDate(absence.from)}`
}

/** Whose clocks the work of somebody who is away is (TEAM-2): his leader's, a deputy's, else the segment manager's. */
export function clockOwnerOf(
  holder: StaffNumber | null,
  index: OrganisationIndex,
  today: PlainDate,
): string | null {
  const team = holder === null ? null : (index.staff.get(holder)?.team ?? null)
  if (holder === null || team === null || !absenceOf(holder, index, today)) return null
  const { leader, away, deputy, isUnled: unled } = leadingOf(team, index, today)
  if (unled) return 'the segment manager'
  const owner = leader !== null && !away ? leader : (deputy?.deputy ?? null)
  return owner === null ? 'the segment manager' : staffName(owner, index)
}
