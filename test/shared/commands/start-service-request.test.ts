import { describe, expect, it } from 'vitest'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'

const waiting = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })] })
const start = askedOf('start-service-request')

describe('SR-2 starting generates the plan', () => {
  it('makes the activities of its type, all open', () => {
    const started = start(waiting, 'N1-1')
    expect(started).toMatchObject({
      serviceRequests: [
        {
          status: 'Started',
          activities: [
            { sequence: 1, name: 'Confirm new address', status: 'Open', doneOn: null },
            { sequence: 2, name: 'Update client record', status: 'Open' },
            { sequence: 3, name: 'Issue confirmation', status: 'Open' },
          ],
          here: { startedOn: '2026-11-21' },
        },
      ],
    })
  })

  it('keeps a plan that came with the extract', () => {
    const planned = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Not Started' })] })
    expect(start(planned, 'N1-1')).toMatchObject({
      serviceRequests: [{ activities: [{ name: 'Issue letter' }, { name: 'Follow up' }] }],
    })
  })

  it('starts once, and never what nobody holds or a closed group', () => {
    expect(start(aCaseGroup({ serviceRequests: [aRequest('1')] }), 'N1-1')).toContain('started already')
    const unheld = aCaseGroup({
      holder: null,
      serviceRequests: [aRequest('1', { status: 'Not Started', holder: null })],
    })
    expect(start(unheld, 'N1-lead')).toContain('Assign it first')
    expect(start({ ...waiting, status: 'Closed' }, 'N1-lead')).toContain('closed')
  })
})

describe('SR-1 and SR-5 who works a request', () => {
  it.each([
    ['N1-1', true],
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N1-2', false],
    ['N2-lead', false],
    ['S1-mgr', false],
  ])('%s: %s', (actor, may) => expect(typeof start(waiting, actor) === 'object').toBe(may))

  it('a specialist’s is the specialist’s, his leader’s and his manager’s, not the case owner’s', () => {
    const group = aCaseGroup({
      serviceRequests: [aSpecialistRequest('DNA-1', { status: 'Not Started', activities: [] })],
    })
    for (const actor of ['DNA-1', 'DNA-lead', 'DNA-mgr']) expect(typeof start(group, actor)).toBe('object')
    for (const actor of ['N1-1', 'N1-lead', 'N1-mgr'])
      expect(start(group, actor)).toContain('Person DNA-1 holds it')
  })

  it('the leader reaches his member’s request on another team’s group', () => {
    const group = aCaseGroup({
      team: 'S1' as never,
      segment: 'FS_GB_MAINT_SO_MSR' as never,
      holder: 'S1-1' as never,
      serviceRequests: [aRequest('1', { status: 'Not Started' })],
    })
    expect(typeof start(group, 'N1-lead')).toBe('object')
    expect(start(group, 'S1-lead')).toContain('Person N1-1 holds it')
  })
})
