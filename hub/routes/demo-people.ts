import type { FastifyInstance } from 'fastify'
import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { deskPartsOf, partWords } from '../../shared/queries/desk-part.ts'
import { DEMO_PEOPLE } from '../../shared/sync/paths.ts'
import { type DemoPerson, demoSearch } from '../../shared/sync/session.ts'
import { readBody } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { currentOrganisation } from '../session/active-staff.ts'

const MOST = 50

/** `POST /demo/people`: whom one can sign in as, by words of number, name, role or team. */
export function routeDemoPeople(app: FastifyInstance, hub: Hub): void {
  app.post(DEMO_PEOPLE, async (request): Promise<{ people: DemoPerson[] }> => {
    const { words } = readBody(demoSearch, request.body)
    const index = await currentOrganisation(hub)
    return { people: index ? find(words, index) : [] }
  })
}

function find(words: string, index: OrganisationIndex): DemoPerson[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return index.organisation.staff
    .filter(({ access }) => access === 'active')
    .map(member => personOf(member, index))
    .filter(person => isMeant(person, wanted))
    .sort((one, other) => standing(one) - standing(other) || (one.staffNumber < other.staffNumber ? -1 : 1))
    .slice(0, MOST)
}

/** What somebody is at the desk is told as he says it: a caseworker among specialists is a specialist. */
function personOf(member: StaffMember, index: OrganisationIndex): DemoPerson {
  const team = member.team === null ? null : (index.teams.get(member.team)?.name ?? null)
  const roles = deskPartsOf(member, index).map(part => partWords[part])
  return { staffNumber: member.number, name: member.name, roles, team }
}

function isMeant({ staffNumber, name, roles, team }: DemoPerson, wanted: readonly string[]): boolean {
  const text = [staffNumber, name, ...roles, team].join(' ').toLowerCase()
  return wanted.every(word => text.includes(word))
}

// The desk is a team leader's first.
function standing({ roles }: DemoPerson): number {
  if (roles.some(role => role.startsWith('team leader'))) return 0
  return roles.some(role => role.startsWith('segment manager')) ? 1 : 2
}
