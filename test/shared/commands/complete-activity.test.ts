import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { run } from '../../../shared/commands/run.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, aSnapshot, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { askedOf } from '../../make/a-request-command.ts'
import { anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'

const working = aCaseGroup({ serviceRequests: [aRequest('1')] })
const complete = askedOf('complete-activity', { sequence: 2 })
const reopen = askedOf('reopen-activity', { sequence: 1 })

describe('SR-2 the activities of a started request', () => {
  it('are completed one by one, with the day', () => {
    expect(complete(working, 'N1-1')).toMatchObject({
      serviceRequests: [{ status: 'Started', activities: [{}, { status: 'Done', doneOn: '2026-11-21' }] }],
    })
  })

  it('not twice, not before the start, not one that is not in the plan', () => {
    expect(askedOf('complete-activity', { sequence: 1 })(working, 'N1-1')).toContain('done already')
    const unstarted = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Not Started' })] })
    expect(complete(unstarted, 'N1-1')).toContain('Start the service request first')
    expect(askedOf('complete-activity', { sequence: 9 })(working, 'N1-1')).toContain('no such activity')
  })

  it('are reopened until the request is closed', () => {
    expect(reopen(working, 'N1-1')).toMatchObject({
      serviceRequests: [{ activities: [{ status: 'Open', doneOn: null }, {}] }],
    })
    const closed = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Closed' })] })
    expect(reopen(closed, 'N1-1')).toContain('closed')
    expect(complete(closed, 'N1-1')).toBe('changed: It is closed already.')
  })

  it('ALLOC-13: not in a case group that is closed', () => {
    const over = aCaseGroup({ status: 'Closed', serviceRequests: [aRequest('1')] })
    for (const ask of [complete, reopen]) expect(ask(over, 'N1-lead')).toContain('The case group is closed')
  })
})

describe('RTS-8 what he completed offline before the hub’s change', () => {
  const at = (name: Envelope['name'], issuedAt: string, more: object = { sequence: 2 }): Envelope => ({
    ...anEnvelope(name as never, { masterCaseNumber: working.id, request: '1', ...more }, {}, null),
    issuedAt,
  })
  const sent = (envelope: Envelope, group: CaseGroup) =>
    outcomeOf(run(envelope, staff('N1-1'), '2026-11-23T08:00:00.000Z', aSnapshot(group)))
  const returned = outcomeOf(decide(aReturn(working), 'N1-lead', working)) as CaseGroup
  const BEFORE = '2026-11-20T16:00:00.000Z'
  const AFTER = '2026-11-22T16:00:00.000Z'

  it('is kept with his day, though the group has been returned and he sees it no more', () => {
    expect(returned).toMatchObject({
      holder: null,
      serviceRequests: [{ holder: null, here: { heldBefore: [{ by: 'N1-1', until: NOW }] } }],
    })
    expect(sent(at('complete-activity', BEFORE), returned)).toMatchObject({
      holder: null,
      serviceRequests: [{ activities: [{}, { status: 'Done', doneOn: '2026-11-20' }] }],
    })
  })

  it('is kept in SCR when the group was made sensitive meanwhile', () => {
    const inScr = { ...returned, sensitive: true, segment: segment('FS_GB_CCLNT_SCR'), team: null }
    expect(sent(at('complete-activity', BEFORE), inScr)).toMatchObject({
      sensitive: true,
      serviceRequests: [{ activities: [{}, { status: 'Done' }] }],
    })
  })

  it('with the plan, where he had started it offline too: the start is refused, what he then did is kept', () => {
    const fresh = { ...working, serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })] }
    const gone = outcomeOf(decide(aReturn(fresh), 'N1-lead', fresh)) as CaseGroup
    expect(sent(at('start-service-request', BEFORE, {}), gone)).toMatch(/^not-found/)
    expect(sent(at('complete-activity', BEFORE, { sequence: 1 }), gone)).toMatchObject({
      serviceRequests: [
        { status: 'Started', activities: [{ status: 'Done', doneOn: '2026-11-20' }, { status: 'Open' }, {}] },
      ],
    })
  })

  it('is kept where an import moved him to another team since, on that day or later; not what he did there', () => {
    const moved = (movedOn: string) => {
      const gone = { team: team('N2'), movedOn, previousTeam: team('N1') }
      const crew = anOrganisation().staff.map(each => (each.number === 'N1-1' ? { ...each, ...gone } : each))
      return aSnapshot(working, anOrganisation({ staff: crew }))
    }
    const done = (issuedAt: string, movedOn: string) =>
      outcomeOf(
        run(at('complete-activity', issuedAt), staff('N1-1'), '2026-11-23T08:00:00.000Z', moved(movedOn)),
      )
    for (const movedOn of ['2026-11-20', '2026-11-21'])
      expect(done(BEFORE, movedOn)).toMatchObject({
        holder: 'N1-1',
        serviceRequests: [{ activities: [{}, { status: 'Done', doneOn: '2026-11-20' }] }],
      })
    expect(done(AFTER, '2026-11-21')).toMatch(/^not-found/)
  })

  it('not what he completed after it, nor anything else he did, nor what a stranger did', () => {
    const gone = 'not-found: There is no such case group.'
    expect(sent(at('complete-activity', AFTER), returned)).toBe(gone)
    expect(sent(at('reopen-activity', BEFORE, { sequence: 1 }), returned)).toBe(gone)
    expect(sent(at('start-service-request', BEFORE, {}), returned)).toBe(gone)
    expect(sent(at('complete-activity', '2026-12-01T09:00:00.000Z'), returned)).toBe(gone)
    const stranger = run(at('complete-activity', BEFORE), staff('S1-1'), NOW, aSnapshot(returned))
    expect(outcomeOf(stranger)).toBe(gone)
  })

  it('ACC-4: what is refused tells nothing of a group that he sees no more', () => {
    const gone = 'not-found: There is no such case group.'
    const done = sent(at('complete-activity', BEFORE, { sequence: 1 }), returned)
    const planless = sent(at('complete-activity', BEFORE, { sequence: 9 }), returned)
    const closed = sent(at('complete-activity', BEFORE), { ...returned, status: 'Closed' })
    expect([done, planless, closed]).toEqual([gone, gone, gone])
  })
})
