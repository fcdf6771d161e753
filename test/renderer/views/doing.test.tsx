// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aLock } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

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

  it('says of the locked ones where each would land without its lock', async () => {
    const groups = aCaseload(4).map((group, at) => ({
      ...group,
      lock: at < 2 ? aLock() : null,
      compliant: at !== 1,
    }))
    const user = await sitDownAt(
      aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() }),
      'case-groups',
    )
    screen.getByRole('grid').focus()
    await user.keyboard('xjxr')
    const left = within(pane())
      .getAllByText(/^Tick to clear/)
      .map(({ textContent }) => textContent)
    expect(left.sort()).toEqual([
      'Tick to clear the lock with it: it then goes to ENFMT_NO_ELC GB.',
      'Tick to clear the lock with it: it then stays in MAINT_NO_MSR GB.',
    ])
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

  it('keeps the refusals of those that are not asked again', async () => {
    const { user, desk } = await returnFirst(3)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('2 waiting to be sent.')
    act(() => desk.refuse('Somebody else holds it by now.'))
    await user.click(within(pane()).getByRole('button', { name: 'Look again at the 2 refused' }))
    const changed = desk.replica.caseGroup(aCaseload(2)[1]?.id as never)
    if (!changed) throw new Error('The group is gone.')
    act(() => desk.put({ ...changed, holder: null }))
    await user.click(within(pane()).getByRole('button', { name: 'Return 1 case group' }))
    await within(pane()).findByText('1 waiting to be sent.')
    expect(desk.replica.outbox().map(({ state }) => state.kind)).toEqual(['refused', 'waiting'])
  })

  it('says so where it cannot be saved, and keeps what was typed', async () => {
    const { user, desk } = await returnFirst(2)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const full = vi.spyOn(desk, 'perform').mockRejectedValue(new Error('The disk is full.'))
    await user.type(within(pane()).getByRole('textbox'), 'Idle since August.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await screen.findByText(/^Not saved/)).closest('[role=alert]')?.textContent).toContain(
      'everything is as it was before',
    )
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Idle since August.')
    full.mockRestore()
    await user.click(within(pane()).getByRole('button', { name: 'Return 1 case group' }))
    await within(pane()).findByText('1 waiting to be sent.')
    expect(screen.getByRole('alert').textContent).toBe('')
  })

  it('tells in the receipt what left one’s sight, without its title (ACC-3)', async () => {
    const { user, desk } = await returnFirst(2)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    expect(pane().textContent).toContain('10000001 McLaughlin, Siân')
    act(() => desk.lose('10000001'))
    expect(pane().textContent).toContain('10000001 no longer with you')
    expect(pane().textContent).not.toContain('McLaughlin')
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

describe('TEAM-1 whom to allocate to', () => {
  const chooser = async (actor: string, crew = anOrganisation().staff) => {
    const desk = aDesk({ actor, groups: aCaseload(1), organisation: anOrganisation({ staff: crew }) })
    const user = await sitDownAt(desk, 'case-groups')
    screen.getByRole('grid').focus()
    await user.keyboard('a')
    const names = await within(pane()).findAllByRole('radio')
    return { user, desk, names: names.map(radio => radio.closest('label')?.textContent ?? '') }
  }
  const queues = (names: readonly string[]) => names.filter(name => name.startsWith('To the queue'))

  it('is the caseworkers of his team for a team leader', async () => {
    const { names } = await chooser('N1-lead')
    expect(queues(names)).toEqual([])
  })

  it('is every team of the segment for its manager, with a caseworker or without', async () => {
    const { user, names, desk } = await chooser(
      'N1-mgr',
      anOrganisation().staff.filter(({ roles }) => !roles.includes('caseworker')),
    )
    expect(names).toHaveLength(2)
    expect(queues(names)).toHaveLength(2)
    await user.click(within(pane()).getAllByRole('radio')[1] as HTMLElement)
    await user.click(within(pane()).getByRole('button', { name: 'Allocate 1 case group' }))
    await within(pane()).findByText('1 waiting to be sent.')
    expect(desk.replica.caseGroup(aCaseload(1)[0]?.id as never)).toMatchObject({ team: 'N2', holder: null })
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
