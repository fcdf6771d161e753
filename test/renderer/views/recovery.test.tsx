// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import { number } from '../../make/a-case-group.ts'
import { acknowledged, aLostRequest, anOrphan, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { staff, team } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { savingSlowly } from '../make/saving-slowly.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
})

const organisation = organisationLeft()
const groups = [anOrphan('10000001'), anOrphan('10000002', { title: 'Kaur, Priya' })]

const openEnds = (desk: ReturnType<typeof aDesk>) =>
  [...desk.replica.aggregates('recovery-request').values()].map(({ end }) => end?.kind ?? 'open')

describe('ORPH-4 asking from the list of orphans', () => {
  it('for many at once, by keyboard; the preview says what cannot be done, the receipt what was', async () => {
    const recoveries = [aRecovery({ masterCaseNumber: number('10000002') })]
    const desk = aDesk({ actor: 'N1-lead', groups, recoveries, organisation })
    const user = await sitDownAt(desk, 'orphans')
    screen.getByRole('grid').focus()
    await user.keyboard('{Control>}a{/Control}i')
    expect(within(pane()).getByRole('heading', { level: 2 }).textContent).toBe('Ask IT to recover 2 orphans')
    expect(pane().textContent).toContain('1 will be sent to the hub')
    expect(pane().textContent).toContain('IT has been asked for it already.')
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('button', { name: 'Ask IT to recover 1 orphan' }))
    // Its own effect is no reason why it cannot be done.
    expect(pane().textContent).toContain('1 will be sent to the hub')
    await disk.saved()
    expect((await within(pane()).findByRole('status')).textContent).toBe('1 waiting to be sent.')
    expect(await screen.findByText('Recovery intended')).toBeTruthy()
    expect(openEnds(desk)).toEqual(['open', 'open'])
    await user.keyboard('z')
    expect(await within(pane()).findByText('1 taken back.')).toBeTruthy()
    expect(within(pane()).getByText('Taken back.')).toBeTruthy()
  })
})

describe('ORPH-4 undoing what was asked, once the hub has it', () => {
  const sit = async (recoveries = [aRecovery()]) => {
    const desk = aDesk({ actor: 'N1-lead', groups: groups.slice(0, 1), recoveries, organisation })
    const user = await sitDownAt(desk, 'recovery')
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    return { desk, user }
  }

  it('is withdrawing it, with a preview of its own', async () => {
    const { desk, user } = await sit()
    await user.click(await within(pane()).findByRole('button', { name: 'Withdraw 1 request' }))
    await within(pane()).findByText('1 waiting to be sent.')
    expect(openEnds(desk)).toEqual(['withdrawn'])
  })

  it('says why there is none where local IT has answered', async () => {
    await sit([
      aRecovery({ end: { kind: 'refused', by: staff('it'), at: acknowledged.at, reason: 'Gone.' } }),
    ])
    expect(screen.getByText(/was not done by you/)).toBeTruthy()
  })
})

describe('ORPH-4 the desk of local IT', () => {
  const recoveries = [
    aRecovery({ masterCaseNumber: number('10000001') }),
    aRecovery({
      masterCaseNumber: number('10000003'),
      serviceRequest: { number: aLostRequest().number, kind: 'functionally-unique' },
      team: team('DNA'),
      acknowledged,
      chases: [{ by: staff('DNA-lead'), at: '2026-11-24T10:00:00Z' }],
    }),
  ]
  const sit = async () => {
    const desk = aDesk({ actor: 'it', groups: [], recoveries, organisation })
    const user = await sitDownAt(desk, 'recovery')
    screen.getByRole('grid').focus()
    return { desk, user }
  }

  it('has no view of case groups, and what was chased first', async () => {
    await sit()
    const views = within(screen.getByRole('navigation', { name: 'Views' })).getAllByRole('link')
    expect(views.map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Recovery2',
      'My incidents0',
      'Needs you0',
    ])
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
    expect(rows.findIndex(row => row?.includes('Chased by the team'))).toBe(1)
    expect(pane().textContent).toContain('The team has chased it once.')
  })

  it('refuses with a reason, and asks for one', async () => {
    const { user, desk } = await sit()
    await user.keyboard('t')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText(/^Say why/)).toBeTruthy()
    await user.keyboard('Deleted with its workgroup.{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('1 waiting to be sent.')).toBeTruthy()
    expect(openEnds(desk)).toEqual(['open', 'refused'])
  })

  it('says why it cannot confirm what it has not acknowledged', async () => {
    const { user, desk } = await sit()
    await user.keyboard('jv')
    expect(screen.getByRole('button', { name: /^Confirm recovery/ }).title).toContain('Acknowledge it first')
    expect(desk.replica.outbox()).toEqual([])
  })
})

describe('INC-18 an incident on what is lost', () => {
  const sit = async (actor: string, more: Partial<RecoveryRequest>) => {
    const recoveries = [aRecovery(more), aRecovery({ masterCaseNumber: number('10000002') })]
    const desk = aDesk({ actor, groups: actor === 'it' ? [] : groups, recoveries, organisation })
    await sitDownAt(desk, 'recovery')
  }
  const inList = () => screen.getAllByRole('row').filter(row => row.textContent?.includes('Incident open'))
  const inPane = () => within(pane()).getByText('Incident').nextElementSibling?.textContent

  it.each(['it', 'N1-lead', 'N1-mgr'])('is said to be open, and no more: %s', async actor => {
    await sit(actor, { incidentOpen: true })
    expect(inPane()).toBe('open')
    expect(inList().map(row => row.textContent)).toEqual([expect.stringContaining('10000001')])
  })

  it('has no column where none is open', async () => {
    await sit('it', {})
    expect(inPane()).toBe('none is open')
    expect(screen.queryByRole('columnheader', { name: /^Incident/ })).toBeNull()
  })

  it('is what was so when the request ended, and not in the list any more', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T09:30:00Z'), toFake: ['Date'] })
    const end = { kind: 'recovered-by-it', by: staff('it'), at: acknowledged.at, reason: null } as const
    const desk = aDesk({
      actor: 'it',
      groups: [],
      recoveries: [aRecovery({ incidentOpen: true, end })],
      organisation,
    })
    await sitDownAt(desk, 'recovery')
    expect(inPane()).toBe('was open')
    expect(inList()).toEqual([])
  })
})

describe('ORPH-5 at the team', () => {
  it('what the leader returns himself has ended, and the list says so', async () => {
    // The page's day is that of the desk in memory.
    vi.useFakeTimers({ now: new Date('2026-11-21T09:30:00Z'), toFake: ['Date'] })
    const recoveries = [aRecovery({ masterCaseNumber: number('10000001') })]
    const desk = aDesk({ actor: 'N1-lead', groups: groups.slice(0, 1), recoveries, organisation })
    const user = await sitDownAt(desk, 'recovery')
    screen.getByRole('grid').focus()
    await user.keyboard('r')
    await user.click(await within(pane()).findByRole('button', { name: 'Return 1 case group' }))
    expect(await screen.findByText('Returned in the desk')).toBeTruthy()
    expect(openEnds(desk)).toEqual(['returned'])
  })
})
