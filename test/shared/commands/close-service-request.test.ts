import { describe, expect, it } from 'vitest'
import { completionOf } from '../../../shared/commands/close-service-request.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLock, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'
import { anOrganisation, segment } from '../../make/an-organisation.ts'

const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')
const SOUTH = segment('FS_GB_MAINT_SO_MSR')
const SOUTHERN = 'BS1 1AA'
const done = [{ sequence: 1, name: 'Record outcome', status: 'Done', doneOn: '2026-11-20' }] as const
const finished = aRequest('1', { type: 'Compliance check', activities: done, flipsTo: 'compliant=N' })
const close = (group: CaseGroup, actor: string, destination: string | null, outcome: string | null = null) =>
  askedOf('close-service-request', { outcome }, { destination })(group, actor)

describe('SR-2 closing', () => {
  const plain = aCaseGroup({ serviceRequests: [aRequest('1', { activities: done })] })

  it('keeps when, and what was found', () => {
    expect(close(plain, 'N1-1', null, 'New address confirmed.')).toMatchObject({
      serviceRequests: [
        { status: 'Closed', here: { closedOn: '2026-11-21', outcome: 'New address confirmed.' } },
      ],
    })
  })

  it('is refused with an open activity, naming it, and before it was started', () => {
    const open = aCaseGroup({ serviceRequests: [aRequest('1')] })
    expect(close(open, 'N1-1', null)).toContain('Still open: Follow up.')
    const unstarted = aCaseGroup({
      serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })],
    })
    expect(close(unstarted, 'N1-1', null)).toContain('not started yet')
    const closed = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Closed' })] })
    expect(close(closed, 'N1-1', null)).toContain('closed already')
  })
})

describe('ALLOC-6 a factor carried by a request changes when it completes', () => {
  it('and sends the group where it belongs, at once, unassigned with its other work', () => {
    const group = aCaseGroup({ serviceRequests: [finished, aRequest('2')] })
    expect(close(group, 'N1-1', ENFORCEMENT)).toMatchObject({
      compliant: false,
      segment: ENFORCEMENT,
      holder: null,
      serviceRequests: [
        { status: 'Closed', holder: 'N1-1', here: { changed: { factor: 'compliant', from: 'Y', to: 'N' } } },
        { number: '2', holder: null },
      ],
      history: [{ event: { kind: 'moved' }, actor: { kind: 'rule' } }, { event: { kind: 'request-closed' } }],
    })
  })

  it('the paying parent’s postcode too: with another region it goes to another segment', () => {
    const moving = aCaseGroup({ serviceRequests: [{ ...finished, flipsTo: `postcode=${SOUTHERN}` }] })
    const { people, segment } = close(moving, 'N1-1', SOUTH) as CaseGroup
    expect(people[0]?.postcode).toBe(SOUTHERN)
    expect(people.slice(1)).toEqual(moving.people.slice(1))
    expect(segment).toBe(SOUTH)
  })

  it('a postcode is kept as all are, however the extract writes it; what is none, or his own, changes nothing', () => {
    const carrying = (postcode: string, more: Partial<CaseGroup> = {}) =>
      aCaseGroup({ serviceRequests: [{ ...finished, flipsTo: `postcode=${postcode}` }], ...more })
    expect(close(carrying('bs11aa'), 'N1-1', SOUTH)).toMatchObject({
      people: [{ postcode: SOUTHERN }, {}],
      serviceRequests: [{ here: { changed: { factor: 'postcode', from: 'M1 1AA', to: SOUTHERN } } }],
    })
    for (const same of ['unknown', 'm11aa']) {
      const moving = carrying(same)
      expect(close(moving, 'N1-1', null)).toMatchObject({
        segment: moving.segment,
        people: moving.people,
        serviceRequests: [{ here: { changed: null } }],
      })
    }
  })

  it('ALLOC-8 one who lives abroad goes by his country, whatever postcode a request carries', () => {
    const abroad = aCaseGroup({
      people: [aPerson('pp', { country: 'FR' }), aPerson('rp')],
      serviceRequests: [{ ...finished, flipsTo: `postcode=${SOUTHERN}` }],
    })
    expect(close(abroad, 'N1-1', null)).toMatchObject({ people: abroad.people })
  })

  it('but a lock keeps the group where it is (LOCK-1)', () => {
    const group = aCaseGroup({ lock: aLock(), serviceRequests: [finished] })
    expect(close(group, 'N1-1', null)).toMatchObject({
      compliant: false,
      segment: group.segment,
      holder: 'N1-1',
    })
  })

  it('and nothing moves where it changes nothing, though the group belongs elsewhere (IMP-8)', () => {
    const drifting = aCaseGroup({
      complex: true,
      serviceRequests: [{ ...finished, flipsTo: 'compliant=Y' }],
    })
    expect(close(drifting, 'N1-1', null)).toMatchObject({ segment: drifting.segment, holder: 'N1-1' })
  })

  it('and is refused where it would go elsewhere than was seen', () => {
    expect(close(aCaseGroup({ serviceRequests: [finished] }), 'N1-1', null)).toMatch(/^changed/)
  })
})

describe('ORPH-7 a factor that changes on an orphaned group', () => {
  const usual = anOrganisation()
  const left = {
    ...usual,
    staff: usual.staff.map(each => (each.number === 'N1-1' ? { ...each, access: 'removed' as const } : each)),
  }
  const group = aCaseGroup({ serviceRequests: [finished] })
  const closeLeft = (destination: string | null, of = group) =>
    askedOf('close-service-request', { outcome: null }, { destination })(of, 'N1-lead', left)

  it('leaves it where it is, with whom it is lost', () => {
    expect(closeLeft(ENFORCEMENT)).toMatch(/^changed/)
    expect(closeLeft(null)).toMatchObject({
      compliant: false,
      segment: group.segment,
      holder: 'N1-1',
      history: [{ event: { kind: 'request-closed' } }],
    })
  })

  it('and it moves on recovery, when it is returned', () => {
    const closed = closeLeft(null) as CaseGroup
    const saw = seenForReturn(closed, indexOrganisation(left))
    expect(saw.destination).toBe(ENFORCEMENT)
    const args = { masterCaseNumber: closed.id, clearLock: false }
    const asked = anEnvelope('return-to-segment', args, saw, null)
    expect(outcomeOf(decide(asked, 'N1-lead', closed, left))).toMatchObject({
      segment: ENFORCEMENT,
      holder: null,
    })
  })

  it('is not in the way of Special Client Records', () => {
    const sensitive = aCaseGroup({ sensitive: true, serviceRequests: [finished] })
    const { destination, onRecovery } = completionOf(finished, sensitive, indexOrganisation(left))
    expect([destination, onRecovery]).toEqual([segment('FS_GB_CCLNT_SCR'), null])
  })
})

describe('SR-7 a specialist closes with a note for the case owner, who carries on', () => {
  const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1', { activities: done })] })
  const carryOn = askedOf('carry-on')

  it('the note is asked for', () => {
    expect(close(group, 'DNA-1', null)).toContain('Write a note')
    const closed = close(group, 'DNA-1', null, 'He is the father.') as CaseGroup
    expect(closed).toMatchObject({ segment: group.segment, holder: 'N1-1' })
    expect(carryOn(closed, 'N1-1')).toMatchObject({
      serviceRequests: [{ here: { outcome: 'He is the father.', carriedOnOn: '2026-11-21' } }],
    })
  })

  it('once, and never before there is an answer', () => {
    expect(carryOn(group, 'N1-1')).toContain('no answer')
    const closed = close(group, 'DNA-1', null, 'He is the father.') as CaseGroup
    const carried = carryOn(closed, 'N1-1') as CaseGroup
    expect(carryOn(carried, 'N1-1')).toContain('already')
    expect(carryOn(closed, 'N2-1')).toBe('not-found: There is no such case group.')
  })
})
