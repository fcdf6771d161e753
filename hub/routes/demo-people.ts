import type { FastifyInstance } from 'fastify'
import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
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

function find(words: string, { organisation: { staff }, teams }: OrganisationIndex): DemoPerson[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const people = staff
    .filter(({ access }) => access === 'active')
    .map(member => ({ ...member, team: member.team && (teams.get(member.team)?.name ?? null) }))
  return people
    .filter(person => isMeant(person, wanted))
    .sort((one, other) => standing(one) - standing(other) || (one.number < other.number ? -1 : 1))
    .slice(0, MOST)
    .map(({ number, name, roles, team }) => ({ staffNumber: number, name, roles: [...roles], team }))
}

type Person = Pick<StaffMember, 'number' | 'name' | 'roles'> & { readonly team: string | null }

function isMeant({ number, name, roles, team }: Person, wanted: readonly string[]): boolean {
  const text = [number, name, ...roles.map(role => role.replace('-', ' ')), team].join(' ').toLowerCase()
  return wanted.every(word => text.includes(word))
}

// The desk is a team leader's first.
function standing({ roles }: Person): number {
  if (roles.includes('team-leader')) return 0
  return roles.includes('segment-manager') ? 1 : 2
}
