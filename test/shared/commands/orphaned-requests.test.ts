import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { Organisation, StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { requestOrphaningOf } from '../../../shared/domain/orphan.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { requestPlaceOf } from '../../../shared/domain/request-place.ts'
import { whyRequestHere } from '../../../shared/queries/request-explanation.ts'
import { maySee } from '../../../shared/sync/buckets.ts'
import { aCaseGroup, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide } from '../../make/a-command.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'
import { aMember, anOrganisation, aTeam, segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const assign = (holder: string, saw: string) => askedOf('assign-service-request', { holder }, { holder: saw })
const withPeople = (...more: readonly StaffMember[]): Organisation => {
  const usual = anOrganisation()
  const numbers = new Set(more.map(({ number }) => number))
  return { ...usual, staff: [...usual.staff.filter(({ number }) => !numbers.has(number)), ...more] }
}
const gone = { access: 'removed', accessEndedOn: '2026-11-01' } as const

describe('ALLOC-12, ORPH-5 a specialist’s request that Special Client Records has after the marker is gone', () => {
  const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('SCR-1')] })

  it('is given by it to the specialists it routes to, and to nobody else', () => {
    for (const actor of ['SCR-lead', 'SCR-mgr'])
      expect(assign('DNA-1', 'SCR-1')(group, actor)).toMatchObject({ serviceRequests: [{ holder: 'DNA-1' }] })
    expect(assign('SCR-2', 'SCR-1')(group, 'SCR-lead')).toContain('the segment that the address')
    expect(assign('DNA-1', 'SCR-1')(group, 'N1-lead')).toContain('not-allowed')
  })

  it('waits in their queue once its holder there is gone', () => {
    const organisation = withPeople(aMember('SCR-1', 'SCR', { ...gone, scrNominated: true }))
    expect(readingsFor('DNA-lead', [group], organisation).orphans).toHaveLength(1)
    expect(readingsFor('SCR-lead', [group], organisation).orphans).toEqual([])
    expect(assign('DNA-1', 'SCR-1')(group, 'DNA-lead', organisation)).toMatchObject({
      serviceRequests: [{ holder: 'DNA-1' }],
    })
  })
})

describe('ORPH-2 a specialist’s request of somebody who moved to other work and lost his access later', () => {
  const left = aMember('left', 'N2', { ...gone, movedOn: '2026-10-10', previousTeam: team('DNA') })
  const organisation = withPeople(left)

  it('is with the specialist team that he left, wherever its group is', () => {
    for (const [name, id] of [
      ['FS_GB_MAINT_NO_MSR', 'N1'],
      ['FS_GB_MAINT_SO_MSR', 'S1'],
    ] as const) {
      const place = { segment: segment(name), team: team(id), holder: staff(`${id}-1`) }
      const group = aCaseGroup({ ...place, serviceRequests: [aSpecialistRequest('left')] })
      expect(readingsFor('DNA-lead', [group], organisation).orphans).toMatchObject([
        { orphaning: { cause: 'access-removed', leftOn: '2026-11-01', leftTeam: 'DNA' } },
      ])
      expect(readingsFor('N2-lead', [group], organisation).orphans).toEqual([])
      expect(typeof assign('DNA-1', 'left')(group, 'DNA-lead', organisation)).toBe('object')
    }
  })
})

describe('SR-1, ORPH-5 work that an older move left with the holder of its group, whose team he moved into', () => {
  const organisation = withPeople(aMember('N1-1', 'N1', { movedOn: '2026-10-10', previousTeam: team('N2') }))
  const index = indexOrganisation(organisation)
  const group = aCaseGroup({ assignedOn: '2026-10-12', serviceRequests: [aRequest('1')] })

  it('is given to him anew by his leader, and then his', () => {
    const [request] = group.serviceRequests
    expect(request && whyRequestHere(request, group, index)[0]).toContain(
      'until Person N1-1 is given it anew',
    )
    const given = assign('N1-1', 'N1-1')(group, 'N1-lead', organisation) as CaseGroup
    expect(given.serviceRequests).toMatchObject([{ holder: 'N1-1', here: { assignedOn: TODAY } }])
    expect(readingsFor('N1-lead', [given], organisation).orphans).toEqual([])
    expect(readingsFor('N1-1', [given], organisation).requests).toHaveLength(1)
    expect(typeof askedOf('complete-activity', { sequence: 2 })(given, 'N1-1', organisation)).toBe('object')
    expect(assign('N1-1', 'N1-1')(given, 'N1-lead', organisation)).toContain('who has it already')
  })
})

const teamIds = ['N1', 'N2', 'S1', 'SCR', 'DNA', 'DNA2', 'NI'] as const
const day = fc.constantFrom('2026-09-15', '2026-10-10', '2026-11-02')

const world = fc.record({
  // Who held it: where he is now, where he was, whether he is there at all.
  now: fc.constantFrom(...teamIds, null),
  before: fc.constantFrom(...teamIds, null),
  movedOn: fc.option(day),
  removed: fc.boolean(),
  known: fc.boolean(),
  scrNominated: fc.boolean(),
  leaderless: fc.subarray([...teamIds]),
  at: fc.constantFrom('N1', 'N2', 'S1', 'SCR', null),
  holdsGroup: fc.boolean(),
  sensitive: fc.boolean(),
  kind: fc.constantFrom('case-owning', 'functionally-unique'),
  postcode: fc.constantFrom('M1 1AA', 'BS1 1AA', 'BT1 1AA', 'JE2 3AB', null),
  createdOn: day,
  assignedOn: fc.option(day),
})
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never

/** Everybody is there save some leaders: each segment has its manager, and specialists of both countries. */
function organisationOf({ now, before, movedOn, removed, known, scrNominated, leaderless }: World) {
  const usual = anOrganisation()
  const teams = [...usual.teams, aTeam('DNA2', 'FS_GB_CCLNT_DNA'), aTeam('NI', 'FS_NI_CCLNT_DNA')]
  const crew = ['DNA2', 'NI'].flatMap(id => [
    aMember(`${id}-lead`, id, { roles: ['team-leader'] }),
    aMember(`${id}-1`, id),
  ])
  const held = aMember('held', now, {
    ...(removed ? gone : {}),
    movedOn,
    previousTeam: movedOn === null || before === null ? null : team(before),
    scrNominated,
  })
  const isThere = ({ number, team: own }: StaffMember) =>
    !(own && number.endsWith('-lead') && leaderless.includes(own as never))
  return anOrganisation({
    teams,
    staff: [
      ...[...usual.staff, ...crew].filter(isThere),
      aMember('NI-mgr', 'NI', { roles: ['segment-manager'] }),
      ...(known ? [held] : []),
    ],
  })
}

function groupOf({ at, sensitive, holdsGroup, kind, postcode, createdOn, assignedOn }: World): CaseGroup {
  const id = sensitive ? 'SCR' : at
  const name = anOrganisation().teams.find(each => each.id === id)?.segment
  const about = aPerson('rp', { postcode, country: postcode === null ? null : 'GB' })
  const request = aRequest('1', {
    kind,
    type: kind === 'functionally-unique' ? 'Parentage dispute' : 'Change of address',
    holder: staff('held'),
    raisedAgainst: about.scin,
    createdOn,
  })
  return aCaseGroup({
    people: [aPerson('pp', { nationallySensitive: sensitive }), about],
    sensitive,
    segment: name ?? segment('FS_GB_MAINT_NO_MSR'),
    team: id === null ? null : team(id),
    holder: id === null ? null : staff(holdsGroup ? 'held' : `${id}-1`),
    serviceRequests: [assignedOn === null ? request : withHere(request, { assignedOn })],
  })
}

/** Whether he is shown the orphan, or its group as one, and is taken at his word when he gives it to somebody. */
function recovers(actor: StaffMember, group: CaseGroup, request: ServiceRequest, at: Organisation): boolean {
  const index = indexOrganisation(at)
  if (!maySee(actor.number, group, index, TODAY)) return false
  if (readingsFor(actor.number, [group], at).orphans.length === 0) return false
  return at.staff.some(({ number, team: own }) => {
    const args = { masterCaseNumber: group.id, team: own, holder: number }
    const allocating = anEnvelope('allocate-case-group', args, { team: group.team, holder: group.holder })
    const allocated = request.kind === 'case-owning' && own && decide(allocating, actor.number, group, at).ok
    return allocated || typeof assign(number, 'held')(group, actor.number, at) !== 'string'
  })
}

it('ORPH-2, ORPH-5: every orphaned request is shown to somebody who can give it to somebody', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(world, facts => {
      const organisation = organisationOf(facts)
      const index = indexOrganisation(organisation)
      const group = groupOf(facts)
      const [request] = group.serviceRequests
      const orphaning = request ? requestOrphaningOf(request, group, index) : null
      if (!request || !orphaning) return
      const { team: at, segment: where } = requestPlaceOf(request, group, index)
      seen.add(`${request.kind} ${orphaning.cause} ${at === null ? where : 'team'}`)
      const overseers = organisation.staff.filter(({ roles }) => !roles.includes('caseworker'))
      expect(overseers.some(actor => recovers(actor, group, request, organisation))).toBe(true)
    }),
    { numRuns: 500, seed: 7 },
  )
  expect([...seen].sort()).toEqual([
    'case-owning access-removed FS_GB_MAINT_NO_MSR',
    'case-owning access-removed team',
    'case-owning team-move FS_GB_MAINT_NO_MSR',
    'case-owning team-move team',
    'functionally-unique access-removed FS_GB_CCLNT_DNA',
    'functionally-unique access-removed FS_GB_MAINT_NO_MSR',
    'functionally-unique access-removed FS_NI_CCLNT_DNA',
    'functionally-unique access-removed team',
    'functionally-unique team-move FS_GB_CCLNT_DNA',
    'functionally-unique team-move FS_GB_MAINT_NO_MSR',
    'functionally-unique team-move FS_NI_CCLNT_DNA',
    'functionally-unique team-move team',
  ])
})
