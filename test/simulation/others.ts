import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import type { Organisation, StaffMember } from '../../shared/domain/organisation.ts'
import type { Chance } from './chance.ts'
import { places, secretPlaces } from './first-world.ts'
import { people, type Simulation } from './simulation.ts'

/** Somebody at another desk, or an import, moves a group. */
export async function moveGroup(simulation: Simulation): Promise<void> {
  const group = anyGroup(simulation)
  const where = simulation.chance.pick(group.sensitive ? secretPlaces : places)
  await write(simulation, { ...group, ...where })
}

/** A marker is set, and the group goes to SCR; or it is taken off, and the group leaves. */
export async function toggleSensitive(simulation: Simulation): Promise<void> {
  const group = anyGroup(simulation)
  const where = simulation.chance.pick(group.sensitive ? places : secretPlaces)
  await write(simulation, { ...group, ...where, sensitive: !group.sensitive })
}

/** A group that nobody had, or that had gone, or goes. */
export async function closeGroup(simulation: Simulation): Promise<void> {
  const group = anyGroup(simulation)
  await write(simulation, { ...group, status: group.status === 'Closed' ? 'Active' : 'Closed' })
}

function anyGroup({ chance, model }: Simulation): CaseGroup {
  return chance.pick([...model.groups.values()])
}

async function write({ hubs, model }: Simulation, group: CaseGroup): Promise<void> {
  await hubs.write([group], model.organisation)
  model.groups.set(group.id, group)
}

/** What service management does to one of the people here: access, role, team, nomination. */
export async function changeStaff(simulation: Simulation): Promise<void> {
  const { chance, model } = simulation
  const person = chance.pick(people)
  await reorganise(
    simulation,
    changed(model.organisation, person, member => anyChange(member, chance)),
  )
}

/** Everybody may work again, so that what waits can be sent. */
export async function giveAccess(simulation: Simulation): Promise<void> {
  const active = (member: StaffMember): StaffMember => ({ ...member, access: 'active', accessEndedOn: null })
  const { organisation } = simulation.model
  const open = people.reduce((now, person) => changed(now, person, active), organisation)
  await reorganise(simulation, open)
}

function changed(
  organisation: Organisation,
  person: StaffNumber,
  change: (member: StaffMember) => StaffMember,
): Organisation {
  const staff = organisation.staff.map(member => (member.number === person ? change(member) : member))
  return { ...organisation, staff }
}

function anyChange(member: StaffMember, chance: Chance): StaffMember {
  switch (chance.below(4)) {
    case 0:
      return member.access === 'active'
        ? { ...member, access: 'removed', accessEndedOn: '2026-11-20' }
        : { ...member, access: 'active', accessEndedOn: null }
    case 1:
      return { ...member, scrNominated: !member.scrNominated }
    case 2:
      return { ...member, roles: chance.pick([['caseworker'], ['team-leader'], ['segment-manager']]) }
    default:
      return {
        ...member,
        team: chance.pick(['N1', 'N2', 'S1', 'SCR'] as TeamId[]),
        previousTeam: member.team,
        movedOn: '2026-11-20',
      }
  }
}

async function reorganise({ hubs, model }: Simulation, organisation: Organisation): Promise<void> {
  await hubs.write([organisation, ...model.groups.values(), ...model.aggregates.values()], organisation)
  model.organisation = organisation
}
