// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { savingSlowly } from '../make/saving-slowly.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const ctrlEnter = '{Control>}{Enter}{/Control}'

const returning = 'Return 2 case groups'

async function aboutToReturnTwo() {
  const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'case-groups')
  screen.getByRole('grid').focus()
  await user.keyboard('jxjxr')
  await within(pane()).findByRole('button', { name: returning })
  return { desk, user }
}

describe('while what is done is being kept', () => {
  it('a step of an incident is not taken for somebody else’s, and nothing is said against it', async () => {
    const { user, desk } = await sit('N1-lead', [with1({})])
    const disk = savingSlowly(desk)
    await user.keyboard('Q')
    await user.keyboard(`Which step?${ctrlEnter}`)
    expect(incidentIn(desk)).toMatchObject({ state: 'information-needed' })
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Which step?')
    expect(within(pane()).queryByRole('alert')).toBeNull()
    expect(pane().textContent).not.toContain('Somebody else')
    await user.keyboard(ctrlEnter)
    await disk.saved()
    expect(disk.tries()).toBe(1)
    expect(within(pane()).queryByRole('textbox')).toBeNull()
  })

  it('the preview of a return stays as it was sent', async () => {
    const { user, desk } = await aboutToReturnTwo()
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('button', { name: returning }))
    expect(desk.replica.outbox()).toHaveLength(2)
    expect(within(pane()).getByRole('button', { name: returning })).toBeTruthy()
    expect(within(pane()).queryByRole('button', { name: 'Look again at what changed' })).toBeNull()
    await disk.saved()
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
  })

  it('an undo still says what it undoes', async () => {
    const { user, desk } = await aboutToReturnTwo()
    await user.click(within(pane()).getByRole('button', { name: returning }))
    act(() => desk.accept())
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('button', { name: 'Undo 2 changes' }))
    expect(within(pane()).getByRole('button', { name: 'Undo 2 changes' })).toBeTruthy()
    expect(within(pane()).getByRole('textbox', { name: /you may leave this empty/ })).toBeTruthy()
    expect(pane().textContent).not.toContain('Cannot be undone.')
    await disk.saved()
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
  })

  it('it is not sent a second time', async () => {
    const { user, desk } = await aboutToReturnTwo()
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('textbox'))
    await user.keyboard(ctrlEnter + ctrlEnter)
    await disk.saved()
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
    expect(desk.replica.outbox()).toHaveLength(2)
  })

  it('and could not be, that is said, and the same can be sent again', async () => {
    const { user, desk } = await aboutToReturnTwo()
    const disk = savingSlowly(desk)
    await user.type(within(pane()).getByRole('textbox'), 'Both are dealt with.')
    await user.keyboard(ctrlEnter)
    await disk.full()
    expect(screen.getByRole('alert').textContent).toContain('Not saved')
    expect(desk.replica.outbox()).toEqual([])
    expect(within(pane()).getByRole('button', { name: returning }).ariaDisabled).not.toBe('true')
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Both are dealt with.')
  })

  it('and could not be, the preview follows what changes again', async () => {
    const { user, desk } = await aboutToReturnTwo()
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('button', { name: returning }))
    await disk.full()
    const [, second] = aCaseload(6)
    act(() => desk.lose(second?.id as never))
    expect(await within(pane()).findByRole('button', { name: 'Return 1 case group' })).toBeTruthy()
  })
})
