// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { Lock } from '../../../shared/domain/lock.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anIncident, withAac } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T09:30:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
})

const group = (id: string, lock: Lock | null) => aCaseGroup({ id: number(id), title: `Group ${id}`, lock })
const here = { category: 'enforcement-action', reviewOn: '2026-11-20' } as const

async function sit(actor: string, view: string, ...groups: readonly ReturnType<typeof group>[]) {
  const desk = aDesk({ actor, groups, organisation: anOrganisation() })
  const user = await sitDownAt(desk, view)
  screen.getByRole('grid').focus()
  return { desk, user }
}

const button = (name: string) => within(pane()).queryByRole('button', { name })
const words = () => within(pane()).getByRole('textbox')

describe('LOCK-2 locking from any list', () => {
  it('asks what it is for and by when, previews, and needs the clients’ benefit in words', async () => {
    const { user, desk } = await sit('N1-lead', 'case-groups', group('1', null), group('2', null))
    await user.keyboard('xjxl')
    expect(within(pane()).getByRole('heading', { name: 'Lock 2 case groups' })).toBeTruthy()
    expect(button('Lock 2 case groups')).toBeNull()
    await user.click(within(pane()).getByRole('radio', { name: 'Other client benefit' }))
    expect(pane().textContent).toContain('2 locked, though they would stay here anyway')
    expect(pane().textContent).toContain('To be reviewed on 5 December 2026')
    await user.click(within(pane()).getByRole('button', { name: '28 days' }))
    expect(pane().textContent).toContain('To be reviewed on 19 December 2026')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(within(pane()).getByRole('button', { name: 'Lock 2 case groups' }))
    expect(await within(pane()).findByText(/keeping the case group is no reason/)).toBeTruthy()
    await user.type(words(), 'The client asked for one point of contact.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
    act(() => desk.accept())
    expect(desk.replica.confirmed(number('1'))?.lock).toMatchObject({
      category: 'other-client-benefit',
      reviewOn: '2026-12-19',
    })
  })

  it('says what is wrong with a date, and lets nothing happen meanwhile', async () => {
    const { user } = await sit('N1-lead', 'locks', group('1', aLock(here)))
    await user.keyboard('l')
    await user.type(words(), 'Still pending.')
    const date = within(pane()).getByLabelText('To be reviewed on')
    fireEvent.change(date, { target: { value: '2026-12-20' } })
    expect((await within(pane()).findByRole('alert')).textContent).toContain('within 28 days')
    expect(button('Keep 1 lock')).toBeNull()
    fireEvent.change(date, { target: { value: '' } })
    expect(await within(pane()).findByText('Choose the day of the review.')).toBeTruthy()
    fireEvent.change(date, { target: { value: '2026-12-19' } })
    expect(await within(pane()).findByRole('button', { name: 'Keep 1 lock' })).toBeTruthy()
    expect(words()).toHaveProperty('value', 'Still pending.')
  })

  const withIncident = (id: string, lock: Lock | null, incident: Incident) => ({
    ...group(id, lock),
    incidents: [incident],
  })
  const offered = () =>
    within(pane())
      .getAllByRole('radio')
      .map(radio => radio.closest('label')?.textContent)

  it('does not offer an incident where none is with AAC or authorised for it', async () => {
    const without = [group('1', null), withIncident('2', null, anIncident({ state: 'referred' }))]
    const { user } = await sit('N1-lead', 'case-groups', ...without)
    await user.keyboard('xjxl')
    expect(offered()).toEqual(['Enforcement action in progress', 'Other client benefit'])
  })

  it('INC-6: locks for an incident that is authorised for AAC', async () => {
    const ready = withIncident('1', null, anIncident({ state: 'authorised' }))
    const { user, desk } = await sit('N1-lead', 'case-groups', ready)
    await user.keyboard('l')
    expect(offered()).toEqual(['Enforcement action in progress', 'Incident with AAC', 'Other client benefit'])
    await user.click(within(pane()).getByRole('radio', { name: 'Incident with AAC' }))
    await user.type(words(), 'AAC needs the case as it is.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    act(() => desk.accept())
    expect(desk.replica.confirmed(number('1'))?.lock?.category).toBe('incident-with-aac')
  })

  it('INC-6: of several, offers it for the one that has an incident, and says of the other why not', async () => {
    const ready = withIncident('1', null, anIncident({ state: 'authorised' }))
    const { user } = await sit('N1-lead', 'case-groups', ready, group('2', null))
    await user.keyboard('xjxl')
    await user.click(within(pane()).getByRole('radio', { name: 'Incident with AAC' }))
    expect(pane().textContent).toContain('No incident of the case group is with AAC')
    expect(button('Lock 1 case group')).toBeTruthy()
  })

  it('LOCK-8: keeps a lock from the extract for the incident that is with AAC', async () => {
    const kept = withIncident('1', aLock({ reason: null }), withAac({ raisedBy: staff('N1-lead') }))
    const { user, desk } = await sit('N1-lead', 'locks', kept)
    await user.keyboard('l')
    await user.click(within(pane()).getByRole('radio', { name: 'Incident with AAC' }))
    await user.type(words(), 'AAC has not answered yet.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    act(() => desk.accept())
    expect(desk.replica.confirmed(number('1'))?.lock?.category).toBe('incident-with-aac')
  })

  it('INC-6: does not offer it for a lock that keeps its own category beside one that has none', async () => {
    const own = withIncident('1', aLock(here), withAac())
    const { user } = await sit('N1-lead', 'locks', own, group('2', aLock({ reason: null })))
    await user.keyboard('{Control>}a{/Control}l')
    expect(offered()).toEqual(['Enforcement action in progress', 'Other client benefit'])
  })
})

describe('LOCK-8 the same key on a locked one', () => {
  it('reviews it; only one that came without a category is asked for it', async () => {
    const { user, desk } = await sit('N1-lead', 'locks', group('1', aLock(here)))
    await user.keyboard('l')
    expect(within(pane()).getByRole('heading', { name: 'Keep 1 lock' })).toBeTruthy()
    expect(within(pane()).queryAllByRole('radio')).toEqual([])
    await user.type(words(), 'The hearing was put off.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    expect(screen.getByRole('row', { name: /Group 1/ }).textContent).toContain('Review intended')
    act(() => desk.accept())
    expect(desk.replica.confirmed(number('1'))?.lock?.reviews).toHaveLength(1)
  })

  it('asks for the category of one from the extract', async () => {
    const { user } = await sit('N1-lead', 'locks', group('1', aLock({ reason: null })))
    await user.keyboard('l')
    expect(within(pane()).getAllByRole('radio')).toHaveLength(2)
    expect(button('Keep 1 lock')).toBeNull()
  })

  it('of several, sets those that are off and keeps those that are on', async () => {
    const { user } = await sit('N1-lead', 'case-groups', group('1', aLock(here)), group('2', null))
    await user.keyboard('xjxl')
    expect(within(pane()).getByRole('heading', { name: 'Lock 1 case group' })).toBeTruthy()
  })
})

describe('LOCK-12 and INC-16 in the list', () => {
  it('those for review come first, and the title counts them', async () => {
    const { user } = await sit('N1-lead', 'locks', group('1', aLock()), group('2', aLock(here)))
    await user.keyboard('{Home}')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Locks in Team N1: 2, 1 for review, 1 with something wrong',
    )
    expect(screen.getByText('For review · 1')).toBeTruthy()
    expect(
      await within(pane()).findByText(/^Its review was due on 20 November 2026, not renewed yet./),
    ).toBeTruthy()
  })

  it('who set it is told that somebody else reviews it', async () => {
    const own = aLock({ ...here, by: staff('N1-lead') })
    const { user } = await sit('N1-lead', 'locks', group('1', own))
    await user.keyboard('{Home}')
    expect(
      await within(pane()).findByText(/^You cannot keep the lock. Nobody reviews a lock he set/),
    ).toBeTruthy()
    expect(pane().textContent).toContain('You can clear the lock')
  })
})

describe('LOCK-7 the incident that a lock is for', () => {
  const incident = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent?.includes('INC0042'))

  it('stands beside it, by the number that AAC gave; without any there is no such column', async () => {
    const withIncident = { ...group('2', aLock()), incidents: [withAac()] }
    await sit('N1-lead', 'locks', group('1', aLock()), withIncident)
    expect(screen.getByRole('columnheader', { name: /^Incident/ })).toBeTruthy()
    expect(incident().filter(Boolean)).toHaveLength(1)
    cleanup()
    await sit('N1-lead', 'locks', group('1', aLock()))
    expect(screen.queryByRole('columnheader', { name: /^Incident/ })).toBeNull()
  })
})

describe('LOCK-6 a lock that stays on by direction', () => {
  const direction = { by: 'AAC', until: '2027-01-31' }
  const directed = {
    ...group('1', aLock(here)),
    incidents: [withAac({ state: 'closed', direction })],
  }

  it('is cleared before its day by the segment manager, who says why', async () => {
    const { user, desk } = await sit('N1-mgr', 'locks', directed)
    await user.keyboard('u')
    expect(pane().textContent).toContain('was to stay on until 31 January 2027, by direction of AAC')
    await user.click(within(pane()).getByRole('button', { name: 'Clear 1 lock' }))
    expect(await within(pane()).findByText(/before the day that was directed/)).toBeTruthy()
    await user.type(
      within(pane()).getByLabelText('Why does the direction end sooner?'),
      'AAC says it is over.',
    )
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('1 waiting to be sent.')).toBeTruthy()
    act(() => desk.accept())
    expect(desk.replica.confirmed(number('1'))).toMatchObject({ lock: null, incidents: [{ direction }] })
  })

  it('INC-12: is not said to be free to come off before that day', async () => {
    const ended = {
      command: 'c' as never,
      at: '2026-11-20T15:00:00Z',
      actor: { kind: 'person', staff: staff('N1-1') },
      step: 'close-incident',
      to: 'closed',
      facts: {},
    } as const
    const incident = withAac({ state: 'closed', direction, history: [ended] })
    const lock = aLock({ category: 'incident-with-aac', since: '2026-11-18T10:00:00Z' })
    const { user } = await sit('N1-mgr', 'locks', { ...group('1', lock), incidents: [incident] })
    await user.keyboard('u')
    expect(pane().textContent).toMatch(
      /closed on .*\. AAC directed that the lock stays on until 31 January 2027/,
    )
    expect(pane().textContent).not.toContain('can come off')
  })

  it('stays on whatever else is done, and is not spoken of then', async () => {
    const { user } = await sit('N1-mgr', 'locks', directed)
    await user.keyboard('a')
    await user.click(within(pane()).getAllByRole('radio')[0] ?? pane())
    expect(within(pane()).getByRole('heading', { name: 'What will happen' })).toBeTruthy()
    expect(within(pane()).getByRole('button', { name: /^Assign 1|^Allocate 1/ })).toBeTruthy()
    expect(pane().textContent).not.toContain('by direction of AAC')
  })

  it('says to its team leader who can', async () => {
    const { user } = await sit('N1-lead', 'locks', directed)
    await user.keyboard('u')
    expect(pane().textContent).toContain('The segment manager ends that sooner, with a reason')
    expect(button('Clear 1 lock')).toBeNull()
  })
})
