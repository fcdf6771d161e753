import { describe, expect, it } from 'vitest'
import { onBehalfOf } from '../../../shared/commands/run.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { requestOrphaningOf } from '../../../shared/domain/orphan.ts'
import { requestPlaceOf, specialistsAnywhere } from '../../../shared/domain/request-place.ts'
import { aCaseGroup, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aSnapshot, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'
import { aDeputyship, aRota } from '../../make/a-rota.ts'
import { aMember, anOrganisation, aTeam, segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const assign = (holder: string, saw: string | null) =>
  askedOf('assign-service-request', { holder }, { holder: saw })
const waiting = aCaseGroup({ serviceRequests: [aSpecialistRequest(null)] })
const taken = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] })

describe('TEAM-1 for a specialist’s request', () => {
  it('the leader of the specialists gives it out of the queue, and from one to another', () => {
    expect(assign('DNA-2', null)(waiting, 'DNA-lead')).toMatchObject({
      holder: 'N1-1',
      serviceRequests: [{ holder: 'DNA-2', here: { assignedOn: '2026-11-21' } }],
      history: [{ event: { kind: 'request-assigned', from: null, to: 'DNA-2' } }],
    })
    expect(assign('DNA-2', 'DNA-1')(taken, 'DNA-mgr')).toMatchObject({
      serviceRequests: [{ holder: 'DNA-2' }],
    })
  })

  it('nobody else does, not the case owner’s leader either, and only to specialists', () => {
    expect(assign('DNA-2', null)(waiting, 'N1-lead')).toContain('leader of the specialist team')
    expect(assign('DNA-2', 'DNA-1')(taken, 'DNA-1')).toContain('leader of the specialist team')
    expect(assign('N1-2', null)(waiting, 'DNA-lead')).toContain('Choose an active specialist')
    expect(assign('DNA-lead', null)(waiting, 'DNA-lead')).toContain('Choose an active specialist')
  })

  it('a leader to his own team, a manager to every team of his segment', () => {
    const second = aTeam('DNA2', 'FS_GB_CCLNT_DNA')
    const { teams, staff: crew } = anOrganisation()
    const organisation = anOrganisation({
      teams: [...teams, second],
      staff: [...crew, aMember('DNA2-1', 'DNA2'), aMember('DNA2-lead', 'DNA2', { roles: ['team-leader'] })],
    })
    expect(assign('DNA2-1', null)(waiting, 'DNA-lead', organisation)).toContain('his own team')
    expect(typeof assign('DNA2-1', null)(waiting, 'DNA2-lead', organisation)).toBe('object')
    expect(typeof assign('DNA2-1', null)(waiting, 'DNA-mgr', organisation)).toBe('object')
  })

  it('the first at the hub wins', () => {
    expect(assign('DNA-2', null)(taken, 'DNA-lead')).toMatch(/^changed/)
    expect(assign('DNA-1', 'DNA-1')(taken, 'DNA-lead')).toContain('who has it already')
  })
})

describe('ALLOC-9 a specialist’s request whose address leads to no specialist', () => {
  const abroad = aPerson('rp', { postcode: 'JE2 3AB', country: 'JE' })
  const nowhere = aCaseGroup({
    people: [aPerson('pp'), abroad],
    serviceRequests: [aSpecialistRequest(null, { raisedAgainst: abroad.scin })],
  })
  const index = indexOrganisation(anOrganisation())

  it('is with its group, whose leader and manager give it to a specialist of any segment that does it', () => {
    for (const actor of ['N1-lead', 'N1-mgr'])
      expect(assign('DNA-1', null)(nowhere, actor)).toMatchObject({ serviceRequests: [{ holder: 'DNA-1' }] })
    expect(assign('DNA-1', null)(nowhere, 'N1-1')).toContain('not-allowed')
    expect(assign('DNA-1', null)(nowhere, 'DNA-lead')).toContain('not-found')
    for (const stranger of ['N1-2', 'DNA-lead'])
      expect(assign(stranger, null)(nowhere, 'N1-lead')).toContain('The address of the person')
    const [request] = nowhere.serviceRequests
    expect(request && specialistsAnywhere(request, nowhere, index)).toEqual([
      'FS_GB_CCLNT_DNA',
      'FS_NI_CCLNT_DNA',
    ])
    const irish = { ...nowhere, segment: segment('FS_NI_MAINT_MSR') }
    expect(request && specialistsAnywhere(request, irish, index)[0]).toBe('FS_NI_CCLNT_DNA')
  })

  it('once given is the specialists’: their leader gives it on, the group’s no more', () => {
    const given = assign('DNA-1', null)(nowhere, 'N1-lead') as CaseGroup
    expect(assign('DNA-2', 'DNA-1')(given, 'DNA-lead')).toMatchObject({
      serviceRequests: [{ holder: 'DNA-2' }],
    })
    expect(assign('DNA-2', 'DNA-1')(given, 'N1-lead')).toContain('not-allowed')
  })
})

describe('ORPH-5 an orphaned specialist’s request', () => {
  const mover = aMember('mover', 'N2', { movedOn: '2026-10-10', previousTeam: team('DNA') })
  const organisation = anOrganisation({ staff: [...anOrganisation().staff, mover] })
  const orphaned = aCaseGroup({ serviceRequests: [aSpecialistRequest('mover')] })

  it('is given to another specialist by the leader of the team that was left', () => {
    expect(assign('DNA-2', 'mover')(orphaned, 'DNA-lead', organisation)).toMatchObject({
      serviceRequests: [{ holder: 'DNA-2' }],
    })
    expect(assign('DNA-2', 'mover')(orphaned, 'N2-lead', organisation)).toBe(
      'not-found: There is no such case group.',
    )
  })

  it('ORPH-2: without a team to go by it waits in the queue of its specialists, whose leaders give it out', () => {
    const lost = aCaseGroup({ serviceRequests: [aSpecialistRequest('vanished')] })
    const index = indexOrganisation(anOrganisation())
    const [request] = lost.serviceRequests
    expect(request && requestPlaceOf(request, lost, index)).toEqual({
      team: null,
      segment: 'FS_GB_CCLNT_DNA',
    })
    for (const actor of ['DNA-lead', 'DNA-mgr']) {
      expect(assign('DNA-2', 'vanished')(lost, actor)).toMatchObject({
        serviceRequests: [{ holder: 'DNA-2' }],
      })
      const { orphans } = readingsFor(actor, [lost])
      expect(orphans.map(each => each.request?.number)).toEqual([request?.number])
    }
    expect(assign('DNA-2', 'vanished')(lost, 'N1-lead')).toContain('not-allowed')
  })

  it('is not orphaned again by an older move of whom it was given to', () => {
    const came = aMember('DNA-3', 'DNA', { movedOn: '2026-11-10', previousTeam: team('N2') })
    const at = anOrganisation({ staff: [...organisation.staff, came] })
    const given = assign('DNA-3', 'mover')(orphaned, 'DNA-lead', at) as CaseGroup
    const [request] = given.serviceRequests
    expect(request && requestOrphaningOf(request, given, indexOrganisation(at))).toBeNull()
  })
})

describe('SR-1 a case-owning request', () => {
  const astray = aCaseGroup({ serviceRequests: [aRequest('1', { holder: staff('N1-2') })] })

  it('that somebody else holds is brought back to the holder of the group, and to nobody else', () => {
    expect(assign('N1-1', 'N1-2')(astray, 'N1-lead')).toMatchObject({ serviceRequests: [{ holder: 'N1-1' }] })
    const group = aCaseGroup({ serviceRequests: [aRequest('1')] })
    expect(assign('N1-2', 'N1-1')(group, 'N1-lead')).toContain('allocate the case group instead')
  })

  it('ORPH-1: is not brought back to a holder who is gone', () => {
    const { staff: crew } = anOrganisation()
    const gone = anOrganisation({
      staff: crew.map(one => (one.number === 'N1-1' ? { ...one, access: 'removed' } : one)),
    })
    expect(assign('N1-1', 'N1-2')(astray, 'N1-lead', gone)).toContain('is orphaned: allocate it instead')
  })
})

describe('TEAM-3 out of the queue, for an absent leader', () => {
  const second = aTeam('DNA2', 'FS_GB_CCLNT_DNA')
  const { teams, staff: crew } = anOrganisation()
  const organisation = anOrganisation({
    teams: [...teams, second],
    staff: [...crew, aMember('DNA2-1', 'DNA2'), aMember('DNA2-lead', 'DNA2', { roles: ['team-leader'] })],
  })
  const rota = aRota('DNA', {
    deputyships: [aDeputyship('DNA-lead', 'DNA2-lead', '2026-11-16', '2026-11-27')],
  })
  const giving = (holder: string) => {
    const args = { masterCaseNumber: waiting.id, request: '1', holder }
    return anEnvelope('assign-service-request', args, { holder: null }, null)
  }

  it('is recorded for him by his deputy; to the deputy’s own team it is in his own right', () => {
    const given = decide(giving('DNA-1'), 'DNA2-lead', waiting, organisation, [rota])
    expect(outcomeOf(given)).toMatchObject({
      history: [{ actor: { kind: 'person', staff: 'DNA2-lead', onBehalfOf: 'DNA-lead' } }],
    })
    const before = aSnapshot(waiting, organisation, [rota])
    expect(onBehalfOf(giving('DNA-1'), staff('DNA2-lead'), NOW, before)).toBe('DNA-lead')
    expect(onBehalfOf(giving('DNA2-1'), staff('DNA2-lead'), NOW, before)).toBeNull()
  })
})

describe('ALLOC-12 in SCR', () => {
  const inScr = aCaseGroup({
    sensitive: true,
    segment: segment('FS_GB_CCLNT_SCR'),
    team: team('SCR'),
    holder: staff('SCR-1'),
    serviceRequests: [aSpecialistRequest(null)],
  })
  const nominated = aMember('DNA-n', 'DNA', { scrNominated: true })
  const organisation = anOrganisation({ staff: [...anOrganisation().staff, nominated] })

  it('goes to SCR’s own or to a nominated specialist, given by SCR', () => {
    for (const holder of ['SCR-2', 'DNA-n'])
      expect(assign(holder, null)(inScr, 'SCR-lead', organisation)).toMatchObject({
        serviceRequests: [{ holder }],
      })
    expect(assign('DNA-1', null)(inScr, 'SCR-lead', organisation)).toContain('nominated')
    expect(assign('DNA-1', null)(inScr, 'DNA-lead', organisation)).toBe(
      'not-found: There is no such case group.',
    )
  })

  it('TEAM-1: of a group in the queue of a segment with several teams, by any leader of them', () => {
    const two = {
      ...organisation,
      teams: [...organisation.teams, aTeam('SCR2', 'FS_GB_CCLNT_SCR')],
    }
    const queued = { ...inScr, team: null, holder: null }
    for (const holder of ['SCR-1', 'DNA-n'])
      for (const actor of ['SCR-lead', 'SCR-mgr'])
        expect(assign(holder, null)(queued, actor, two)).toMatchObject({ serviceRequests: [{ holder }] })
  })
})
