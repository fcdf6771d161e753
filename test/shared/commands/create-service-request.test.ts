import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { requestPlaceOf } from '../../../shared/domain/request-place.ts'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation, segment } from '../../make/an-organisation.ts'

const fields = {
  type: 'Compliance check',
  raisedAgainst: 'pp',
  case: null,
  dueOn: '2026-12-12',
  background: null,
  flipsTo: null,
}
const specialist = { ...fields, type: 'Parentage dispute', background: 'He denies that he is the father.' }

const raise = (more: object, group: CaseGroup = aCaseGroup(), actor = 'N1-1') => {
  const args = { masterCaseNumber: group.id, ...more }
  return outcomeOf(decide(anEnvelope('create-service-request', args, {}, null), actor, group))
}
const index = indexOrganisation(anOrganisation())

describe('SR-1 a case-owning request', () => {
  it('is its group’s holder’s, not started, with the envelope’s id for a number', () => {
    const raised = raise({ ...fields, flipsTo: 'compliant=N' }, aCaseGroup(), 'N1-lead')
    expect(raised).toMatchObject({
      serviceRequests: [
        {
          number: expect.stringMatching(/^[0-9a-f-]{36}$/),
          kind: 'case-owning',
          status: 'Not Started',
          holder: 'N1-1',
          createdOn: '2026-11-21',
          flipsTo: 'compliant=N',
          here: { raisedBy: 'N1-lead', background: null },
        },
      ],
      history: [{ event: { kind: 'request-raised', type: 'Compliance check' } }],
    })
  })
})

describe('SR-3 every mandatory field is complete', () => {
  it.each([
    [{ type: '' }, 'not-understood'],
    [{ type: 'Tea' }, 'Choose a type'],
    [{ raisedAgainst: 'a stranger' }, 'Choose a person of this case group'],
    [{ case: '3999' }, 'not in this case group'],
    [{ dueOn: '2026-02-29' }, 'not-understood'],
    [{ dueOn: '2026-11-20' }, 'has passed already'],
    [{ dueOn: '2062-12-12' }, 'check the year'],
    [{ flipsTo: 'complex=Y' }, 'does not change that'],
    [{ background: 'x'.repeat(2001) }, 'not-understood'],
  ])('%o: %s', (wrong, reason) => expect(raise({ ...fields, ...wrong })).toContain(reason))

  it('and the group is open', () => {
    expect(raise(fields, aCaseGroup({ status: 'Closed' }), 'N1-lead')).toContain('closed')
  })
})

describe('SR-4 a specialist’s request asks for a note of background', () => {
  it('and keeps it', () => {
    expect(raise({ ...specialist, background: null })).toContain('Write a note of background')
    expect(raise(specialist)).toMatchObject({
      serviceRequests: [{ here: specialist && { background: specialist.background } }],
    })
  })
})

describe('ALLOC-9 where a specialist’s request goes', () => {
  const placed = (raisedAgainst: string, group: CaseGroup) => {
    const raised = raise({ ...specialist, raisedAgainst }, group) as CaseGroup
    const [request] = raised.serviceRequests
    return request && requestPlaceOf(request, raised, index)
  }
  const abroad = aCaseGroup({
    people: [aPerson('pp', { postcode: 'M1 1AA' }), aPerson('rp', { postcode: 'BT1 1AA' })],
  })

  it('follows the postcode of the person it is raised against, to nobody in particular; the group stays', () => {
    expect(placed('pp', abroad)).toEqual({ team: null, segment: 'FS_GB_CCLNT_DNA' })
    expect(placed('rp', abroad)).toEqual({ team: null, segment: 'FS_NI_CCLNT_DNA' })
    expect(raise(specialist, abroad)).toMatchObject({ holder: 'N1-1', segment: abroad.segment })
  })

  it('is refused where the postcode is not known or nobody does it there, saying which', () => {
    const lost = aCaseGroup({ people: [aPerson('pp', { postcode: null }), aPerson('rp')] })
    expect(raise(specialist, lost)).toContain('is not known, so it cannot be routed')
    const far = aCaseGroup({ people: [aPerson('pp', { postcode: 'ZE1 1AA' }), aPerson('rp')] })
    expect(raise(specialist, far)).toContain('No segment does this type at ZE1 1AA')
  })

  it('ALLOC-12: of a sensitive group it waits in SCR', () => {
    const inScr = aCaseGroup({
      sensitive: true,
      segment: segment('FS_GB_CCLNT_SCR'),
      team: 'SCR' as never,
      holder: 'SCR-1' as never,
    })
    const raised = raise(specialist, inScr, 'SCR-1') as CaseGroup
    const [request] = raised.serviceRequests
    expect(request && requestPlaceOf(request, raised, index)).toEqual({ team: 'SCR', segment: inScr.segment })
  })
})

describe('ACC-4 who raises one', () => {
  it('the holder, the leader and the manager; a specialist is told that he only reads', () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] })
    for (const actor of ['N1-1', 'N1-lead', 'N1-mgr'])
      expect(typeof raise(fields, group, actor)).toBe('object')
    expect(raise(fields, group, 'DNA-1')).toContain('read-only')
  })
})
