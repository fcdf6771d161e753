// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anEntry, anIncident, wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

/** A step that was asked for and refused, and how the group is by now, seen in Needs you. */
async function refused(name: string, before: CaseGroup, args: object, saw: object, now: CaseGroup | null) {
  const desk = aDesk({ actor: 'N1-1', groups: [before], organisation: anOrganisation() })
  const given = { masterCaseNumber: before.id, incident: before.incidents[0]?.id, ...args }
  const { stored } = await desk.perform([{ name, args: given, saw: { turn: 0, ...saw } } as never], null)
  expect(stored).toHaveLength(1)
  desk.refuse('Somebody else was first.')
  if (now) desk.put(now)
  const user = await sitDownAt(desk, 'needs-you')
  screen.getByRole('grid').focus()
  await within(pane()).findByText(/^The hub refused it/)
  return { desk, user }
}

const authorised: Partial<Incident> = {
  state: 'authorised',
  authorised: { by: 'N1-lead', at: '2026-11-20T12:00:00.000Z', readConsultation: true } as never,
}
const number = { outcome: { number: 'INC770042' }, approvalNoted: true, reviewOn: '2026-12-10' }

describe('INC-14 two who write apart', () => {
  it('INC-6: of the same field both texts are shown, and who filled it in', async () => {
    const { background: _, ...details } = wholeDetails
    const filled = {
      ...anEntry('complete-details', '2026-11-21T09:00:00.000Z'),
      facts: { background: 'Since May.' },
    }
    await refused(
      'complete-details',
      with1({ state: 'to-refer', details }),
      { details: { background: 'Since Monday.' } },
      { answers: {} },
      with1({ state: 'to-refer', details: { ...details, background: 'Since May.' }, history: [filled] }),
    )
    for (const told of ['Since Monday.', 'Since May.', 'Completed the details', 'Person N1-1'])
      expect(pane().textContent).toContain(told)
    expect(pane().textContent).not.toContain('You gave no reason')
  })

  it('INC-8: what AAC said in two calls: both numbers, and every step since', async () => {
    const called = { ...anEntry('raise-with-aac', '2026-11-21T09:00:00.000Z'), facts: { number: 'INC1' } }
    const arranged = {
      ...anEntry('arrange-call-back', '2026-11-21T09:10:00.000Z'),
      command: 'later' as never,
      facts: { callBackAt: '2026-11-23T14:00:00.000Z' },
    }
    await refused(
      'raise-with-aac',
      with1(authorised),
      number,
      {},
      with1({ ...authorised, state: 'call-back', turn: 2, number: 'INC1', history: [called, arranged] }),
    )
    for (const told of ['INC770042', 'INC1', 'Called AAC', '23 November 2026 at 14:00'])
      expect(pane().textContent).toContain(told)
  })
})

describe('INC-8 and RTS-8 the number of a call on a group that is gone', () => {
  const before = aCaseGroup({
    incidents: [anIncident(authorised)],
    lock: aLock({ category: 'incident-with-aac' }),
  })

  it('is shown, with what is to be done with it; of the case nothing', async () => {
    const { desk } = await refused('raise-with-aac', before, number, {}, null)
    act(() => desk.lose(before.id))
    expect(pane().textContent).toContain('AAC gave the number INC770042')
    expect(pane().textContent).toContain('Tell your team leader')
    expect(pane().textContent).not.toContain('10 December')
    expect(within(pane()).queryByRole('button', { name: /^Write it again/ })).toBeNull()
  })
})

const somebody = (event: HistoryEvent, reason: string | null = null): HistoryEntry => ({
  at: '2026-11-21T09:10:00.000Z',
  actor: { kind: 'person', staff: staff('N1-lead') },
  event,
  reason,
  batch: null,
})

/** A change that was asked for and refused, and the group as somebody else left it. */
async function overtaken(request: object, before: CaseGroup, now: Partial<CaseGroup>, actor = 'N1-1') {
  const desk = aDesk({ actor, groups: [before], organisation: anOrganisation() })
  const { stored } = await desk.perform([request as never], 'My reason for it.')
  expect(stored).toHaveLength(1)
  desk.refuse('Somebody else was first.')
  desk.put({ ...before, ...now })
  await sitDownAt(desk, 'needs-you')
  screen.getByRole('grid').focus()
  await within(pane()).findByText(/^The hub refused it/)
}

const says = (...told: readonly string[]) => {
  for (const each of told) expect(pane().textContent).toContain(each)
}

describe('work that somebody else did first', () => {
  const done = [{ sequence: 1, name: 'Test', status: 'Done', doneOn: '2026-11-02' } as const]
  const mine = aSpecialistRequest('DNA-1', { activities: done })

  it('SR-7: of a closing both notes are shown, and who closed it', async () => {
    const group = aCaseGroup({ serviceRequests: [mine, aRequest('2'), aRequest('3')] })
    const closed = withHere(
      { ...mine, status: 'Closed' },
      { closedOn: '2026-11-21', outcome: 'She found it.' },
    )
    await overtaken(
      {
        name: 'close-service-request',
        args: { masterCaseNumber: group.id, request: mine.number, outcome: 'I found it.' },
        saw: { destination: null },
      },
      group,
      {
        serviceRequests: [closed, aRequest('2'), aRequest('3')],
        history: [somebody({ kind: 'request-closed', type: mine.type, changed: null })],
      },
      'DNA-1',
    )
    says('Close: Parentage dispute 1', 'I found it.', 'Parentage dispute 1: closed, held by Person DNA-1.')
    says('She found it.', 'Parentage dispute closed', 'Person N1-lead', 'Held by Person N1-1')
  })

  it('of an assignment it says who holds the request by now, and who gave it to whom', async () => {
    const group = aCaseGroup({ serviceRequests: [mine] })
    const assigned = {
      kind: 'request-assigned',
      type: mine.type,
      from: staff('DNA-1'),
      to: staff('DNA-lead'),
    } as const
    await overtaken(
      {
        name: 'assign-service-request',
        args: { masterCaseNumber: group.id, request: mine.number, holder: 'DNA-2' },
        saw: { holder: 'DNA-1' },
      },
      group,
      { serviceRequests: [{ ...mine, holder: staff('DNA-lead') }], history: [somebody(assigned)] },
      'DNA-lead',
    )
    says('to Person DNA-2', 'Parentage dispute 1: started, held by Person DNA-lead.')
    says('Parentage dispute assigned from Person DNA-1 to Person DNA-lead')
  })

  it('names nobody where the history could mean another request', async () => {
    const [first, second] = [aRequest('1', { status: 'Not Started' }), aRequest('2')]
    const group = aCaseGroup({ serviceRequests: [first, second] })
    await overtaken(
      { name: 'start-service-request', args: { masterCaseNumber: group.id, request: '1' }, saw: {} },
      group,
      {
        serviceRequests: [aRequest('1'), second],
        history: [somebody({ kind: 'worked', work: 'request-started', on: first.type })],
      },
    )
    says('Change of address 1: started, held by Person N1-1.')
    expect(pane().textContent).not.toContain('Person N1-lead')
  })

  it('of an activity and of a letter it says that they are done', async () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1')], post: [aLetter('L1')] })
    await overtaken(
      { name: 'complete-post', args: { masterCaseNumber: group.id, post: 'L1' }, saw: {} },
      group,
      {
        post: [aLetter('L1', { status: 'Done' })],
        history: [somebody({ kind: 'worked', work: 'post-done', on: 'Employer reply' })],
      },
    )
    says('Employer reply L1: done.', 'Post done: Employer reply', 'Person N1-lead')
    cleanup()
    const [issue, follow] = aRequest('1').activities
    await overtaken(
      {
        name: 'complete-activity',
        args: { masterCaseNumber: group.id, request: '1', sequence: 2 },
        saw: {},
      },
      group,
      {
        serviceRequests: [
          aRequest('1', {
            activities: [issue, { ...follow, status: 'Done', doneOn: '2026-11-20' }] as never,
          }),
        ],
      },
    )
    says('Change of address 1: started', 'Follow up: done on 20 November 2026.')
  })
})

describe('LOCK-2 and LOCK-8 a lock that somebody else set, kept or cleared', () => {
  const setting = {
    name: 'set-lock',
    args: { masterCaseNumber: '10000001', category: 'enforcement-action', reviewOn: '2026-12-10' },
    saw: { segment: 'FS_GB_MAINT_NO_MSR' },
  }

  it('says who set or kept it, until when and why', async () => {
    const review = {
      at: '2026-11-20T10:00:00Z',
      by: staff('N1-lead'),
      keptUntil: '2026-12-04',
      reason: 'The sale is not through.',
    }
    await overtaken(setting, aCaseGroup(), {
      lock: aLock({ by: staff('N1-2'), reviewOn: '2026-12-04', reviews: [review] }),
    })
    says(
      'My reason for it.',
      'Order for sale in progress',
      'by Person N1-2',
      'To be reviewed on 4 December 2026',
    )
    says('Kept until 4 December 2026', 'Person N1-lead', 'The sale is not through.')
  })

  it('says who cleared it and why', async () => {
    const cleared = { kind: 'lock-cleared', setBy: staff('N1-1'), since: aLock().since } as const
    await overtaken(
      {
        name: 'clear-lock',
        args: { masterCaseNumber: '10000001' },
        saw: { since: aLock().since, destination: 'FS_GB_MAINT_NO_MSR' },
      },
      aCaseGroup({ lock: aLock() }),
      { lock: null, history: [somebody(cleared, 'The sale is through.')] },
      'N1-lead',
    )
    says('My reason for it.', 'Lock of 3 September 2026 cleared', 'Person N1-lead', 'The sale is through.')
  })
})
