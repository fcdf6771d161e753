// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const deskOf = (groups: number) =>
  aDesk({ actor: 'N1-lead', groups: aCaseload(groups), organisation: anOrganisation() })
const row = (number: string) => screen.getByRole('row', { name: new RegExp(number) })

/** Selects the first rows and asks for their return; the first is locked, every third has work. */
async function returnFirst(count: number) {
  const desk = deskOf(6)
  const user = await sitDownAt(desk, 'case-groups')
  screen.getByRole('grid').focus()
  for (let at = 0; at < count; at++) await user.keyboard('xj')
  await user.keyboard('r')
  return { desk, user }
}

describe('RTS-4 and RTS-5 returning several', () => {
  it('leaves the locked ones out until one ticks that the lock goes too; the button counts', async () => {
    const { user } = await returnFirst(3)
    expect(within(pane()).getByText('1 locked, so left out')).toBeTruthy()
    expect(within(pane()).getByRole('button', { name: 'Return 2 case groups' })).toBeTruthy()
    await user.click(within(pane()).getByRole('checkbox', { name: /locked/ }))
    expect(within(pane()).getByRole('button', { name: 'Return 3 case groups' })).toBeTruthy()
  })

  it('asks for a reason when open work or a lock is set aside, and only then (RTS-2)', async () => {
    const { user, desk } = await returnFirst(2)
    expect(within(pane()).getByText('Why? (you may leave this empty)')).toBeTruthy()
    await user.click(within(pane()).getByRole('checkbox', { name: /locked/ }))
    expect(within(pane()).getByText('Why do you override?')).toBeTruthy()
    await user.click(within(pane()).getByRole('button', { name: 'Return 2 case groups' }))
    expect(await within(pane()).findByText(/^Say why/)).toBeTruthy()
    expect(desk.replica.outbox()).toEqual([])
  })

  it('draws what waits as intended, where the hub has it', async () => {
    const { user, desk } = await returnFirst(3)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
    expect(row('10000001').textContent).toContain('Return intended')
    expect(row('10000001').textContent).toContain('Person N1-2')
    act(() => desk.accept())
    expect(within(pane()).getByText('2 done.')).toBeTruthy()
    expect(row('10000001').textContent).toContain('nobody')
  })

  it('lists the failures first in the receipt, and asks for them again as things are then', async () => {
    const { user, desk } = await returnFirst(3)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('2 waiting to be sent.')
    act(() => desk.refuse('Somebody else holds it by now.'))
    expect(within(pane()).getByText('2 refused.')).toBeTruthy()
    await user.click(within(pane()).getByRole('button', { name: 'Look again at the 2 refused' }))
    expect(within(pane()).getByRole('heading', { name: 'Return 2 case groups' })).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
    expect(desk.replica.outbox().map(({ state }) => state.kind)).toEqual(['waiting', 'waiting'])
  })

  it('takes back what waits', async () => {
    const { user, desk } = await returnFirst(3)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await within(pane()).findByRole('button', { name: 'Take back 2 changes' }))
    expect(await within(pane()).findByText('2 taken back.')).toBeTruthy()
    expect(desk.replica.outbox()).toEqual([])
  })

  it('leaves out what somebody else changed meanwhile, and says so', async () => {
    const { desk } = await returnFirst(3)
    const group = desk.replica.caseGroup(aCaseload(2)[1]?.id as never)
    if (!group) throw new Error('The group is gone.')
    act(() => desk.put({ ...group, holder: null }))
    expect(within(pane()).getByText('1 changed since you looked')).toBeTruthy()
    expect(within(pane()).getByRole('button', { name: 'Return 1 case group' })).toBeTruthy()
  })
})

describe('a refused change', () => {
  it('is a piece of work in Needs you: what was asked, what is true now, what can be done', async () => {
    const { user, desk } = await returnFirst(2)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    act(() => desk.refuse('Somebody else holds it by now.'))
    await user.keyboard('gn')
    expect(await screen.findByText('Needs you: 1 refused, 0 changes wait')).toBeTruthy()
    expect(pane().textContent).toContain('The hub refused it. Somebody else holds it by now.')
    expect(pane().textContent).toContain('Held by Person N1-2')
    await user.click(within(pane()).getByRole('button', { name: 'Dismiss' }))
    expect(await screen.findByText('Nothing needs you')).toBeTruthy()
  })
})
