// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T09:30:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
})

const benefit = 'One point of contact.'
const groups = ['1', '2'].map(id => aCaseGroup({ id: number(id), title: `Group ${id}` }))
const button = (name: string | RegExp) => within(pane()).findByRole('button', { name })
const words = () => within(pane()).getByRole('textbox')
const sentBy = (count: number) => within(pane()).findByText(`${count} waiting to be sent.`)

const deskOf = (held = groups) =>
  aDesk({
    actor: 'N1-lead',
    groups: held,
    organisation: anOrganisation(),
    now: () => new Date().toISOString(),
  })

async function sit(held = groups) {
  const desk = deskOf(held)
  const user = await sitDownAt(desk, 'case-groups')
  screen.getByRole('grid').focus()
  return { desk, user }
}

/** Locks both, or the first, which the hub refuses. */
async function refusedLock(keys: string, count: number) {
  const { desk, user } = await sit()
  await user.keyboard(keys)
  await user.click(within(pane()).getByRole('radio', { name: 'Other client benefit' }))
  await user.click(await button('28 days'))
  await user.type(words(), benefit)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await sentBy(count)
  act(() => desk.refuse('Something changed meanwhile.'))
  return { desk, user }
}

describe('LOCK-2 a lock that was refused', () => {
  it('is asked again with its category, its day and how the clients benefit', async () => {
    const { desk, user } = await refusedLock('l', 1)
    await user.keyboard('gn')
    await user.click(await button(/^Ask again/))
    expect(within(pane()).getByRole('radio', { name: 'Other client benefit' })).toHaveProperty(
      'checked',
      true,
    )
    expect(within(pane()).getByLabelText('To be reviewed on')).toHaveProperty('value', '2026-12-19')
    expect(words()).toHaveProperty('value', benefit)
    await user.click(await button('Lock 1 case group'))
    await sentBy(1)
    expect(desk.replica.outbox().map(({ state, envelope }) => [state.kind, envelope.reason])).toEqual([
      ['waiting', benefit],
    ])
  })

  it('on a day that has gone by since says so first, and keeps the words', async () => {
    const desk = deskOf()
    const [first] = groups
    const args = { masterCaseNumber: first?.id, category: 'other-client-benefit', reviewOn: '2026-12-19' }
    await desk.perform([{ name: 'set-lock', args, saw: { segment: first?.segment } }], benefit)
    desk.refuse('Something changed meanwhile.')
    vi.setSystemTime(new Date('2026-12-21T09:30:00Z'))
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await button(/^Ask again/))
    expect(await within(pane()).findByRole('alert')).toBeTruthy()
    expect(within(pane()).queryByRole('button', { name: 'Lock 1 case group' })).toBeNull()
    fireEvent.change(within(pane()).getByLabelText('To be reviewed on'), { target: { value: '2027-01-04' } })
    expect(await button('Lock 1 case group')).toBeTruthy()
    expect(words()).toHaveProperty('value', benefit)
  })

  it('INC-6: for an incident is asked again for it only while there is one', async () => {
    const [first = aCaseGroup()] = groups
    const incident = anIncident({ state: 'authorised' })
    const args = { masterCaseNumber: first.id, category: 'incident-with-aac', reviewOn: '2026-12-19' }
    const chosen = async (since: Incident) => {
      const desk = deskOf([{ ...first, incidents: [incident] }])
      await desk.perform([{ name: 'set-lock', args, saw: { segment: first.segment } }], benefit)
      desk.refuse('Something changed meanwhile.')
      desk.put({ ...first, incidents: [since] })
      const user = await sitDownAt(desk, 'needs-you')
      screen.getByRole('grid').focus()
      await user.click(await button(/^Ask again/))
      const radios = within(pane()).getAllByRole<HTMLInputElement>('radio')
      const names = radios.filter(({ checked }) => checked).map(({ value }) => value)
      cleanup()
      return names
    }
    expect(await chosen(incident)).toEqual(['incident-with-aac'])
    expect(await chosen({ ...incident, state: 'closed' })).toEqual([])
  })

  it('of several all are looked at again with what all were refused with', async () => {
    const { user } = await refusedLock('xjxl', 2)
    await user.click(await button('Look again at the 2 refused'))
    expect(words()).toHaveProperty('value', benefit)
  })

  it('is not shown with others, which were not refused', async () => {
    const { user } = await refusedLock('l', 1)
    screen.getByRole('grid').focus()
    await user.keyboard('xjxl')
    await user.click(within(pane()).getByRole('radio', { name: 'Other client benefit' }))
    expect(words()).toHaveProperty('value', '')
  })
})

describe('RTS-4 a return that was refused', () => {
  it('takes the lock off once more, with the reason that was given', async () => {
    const { desk, user } = await sit([aCaseGroup({ lock: aLock() })])
    await user.keyboard('r')
    await user.click(within(pane()).getByRole('checkbox', { name: /locked/ }))
    await user.type(words(), 'Nothing is left to do.')
    await user.click(await button('Return 1 case group'))
    await sentBy(1)
    act(() => desk.refuse('Something changed meanwhile.'))
    await user.click(await button('Look again at the 1 refused'))
    expect(words()).toHaveProperty('value', 'Nothing is left to do.')
    await user.click(await button('Return 1 case group'))
    await sentBy(1)
    expect(desk.replica.outbox().map(({ envelope }) => Object(envelope.args).clearLock)).toEqual([true])
  })
})
