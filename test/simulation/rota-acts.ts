import type { CommandRequest } from '../../renderer/desk/desk.ts'
import type { StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import { type OrganisationIndex, segmentOf } from '../../shared/domain/organisation-index.ts'
import { leadersOf } from '../../shared/domain/standing-in.ts'
import { addDays, type PlainDate } from '../../shared/domain/time.ts'
import type { Chance } from './chance.ts'

/** Somebody is marked absent or named deputy, or that ends; some of it this person may not do. */
export function anyRotaRequest(
  person: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
  chance: Chance,
): CommandRequest {
  const team = anyTeam(person, index, chance)
  const { absences = [], deputyships = [] } = index.rotas.get(team) ?? {}
  const from = addDays(today, chance.below(3) - 1)
  const dates = { team, from, to: addDays(from, chance.below(4)) }
  const what = chance.below(4)
  if (what === 0 && absences.length > 0) {
    const { staff, from: first, to } = chance.pick(absences)
    return { name: 'end-absence', args: { team, staff, from: first }, saw: { until: to } }
  }
  if (what === 1 && deputyships.length > 0) {
    const { leader, deputy, from: first } = chance.pick(deputyships)
    return { name: 'end-deputyship', args: { team, leader, from: first }, saw: { deputy } }
  }
  const leader = leadersOf(team, index)[0]?.number
  if (what === 2 || !leader) {
    const staff = chance.pick(index.staffOfTeam.get(team) ?? []).number
    return { name: 'mark-absent', args: { ...dates, staff, replaces: null }, saw: { until: null } }
  }
  const teams = index.teamsOfSegment.get(index.teams.get(team)?.segment as never) ?? []
  const others = teams.flatMap(({ id }) => leadersOf(id, index).map(({ number }) => number))
  return { name: 'name-deputy', args: { ...dates, leader, deputy: chance.pick(others) }, saw: {} }
}

// Mostly one of the person's own segment.
function anyTeam(person: StaffNumber, index: OrganisationIndex, chance: Chance): TeamId {
  const member = index.staff.get(person)
  const segment = member && segmentOf(member, index)
  const own = segment ? (index.teamsOfSegment.get(segment) ?? []) : []
  return chance.pick(own.length === 0 || chance.once(8) ? index.organisation.teams : own).id
}
