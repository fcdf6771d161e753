// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SavedViewId } from '../../../shared/domain/saved-view.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const statesOf = (desk: DeskInMemory) => desk.replica.outbox().map(({ state }) => state.kind)

const view = '01922b7e-0000-7000-8000-00000000b001'
const settings = { only: ['due.overdue'], sort: null, hidden: [] }
const save = (team: string | null) => ({
  name: 'save-view' as const,
  args: { view, name: 'My overdue', list: 'requests', settings, team },
  saw: {},
})

describe('Needs you: a refused view', () => {
  /** One saves a view and the hub refuses it. */
  async function refusedView() {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    await desk.perform([save('N1')], null)
    desk.refuse('Something changed meanwhile.')
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: 'Save it again' }))
    return { desk, user, name: within(pane()).getByLabelText(/^Name for Service requests/) }
  }

  it('is saved again under another name, with the list as it was asked for', async () => {
    const { desk, user, name } = await refusedView()
    expect(name).toHaveProperty('value', 'My overdue')
    expect(within(pane()).getByRole('checkbox')).toHaveProperty('checked', true)
    await user.type(name, ' ones{Enter}')
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
    expect([...desk.replica.aggregates('saved-view').values()]).toEqual([
      expect.objectContaining({ name: 'My overdue ones', list: 'requests', settings, team: 'N1' }),
    ])
  })

  it('of a view that is kept is a change of that one', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    await desk.perform([save(null)], null)
    desk.accept()
    await desk.perform([save('N1')], null)
    desk.refuse('Something changed meanwhile.')
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: 'Save it again' }))
    await user.click(within(pane()).getByRole('button', { name: 'Save view' }))
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
    expect([...desk.replica.aggregates('saved-view').values()].map(each => [each.id, each.team])).toEqual([
      [view, 'N1'],
    ])
  })

  it('is asked to be removed again', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    await desk.perform([save(null)], null)
    desk.accept()
    await desk.perform([{ name: 'remove-view', args: { view }, saw: {} }], null)
    desk.refuse('Something changed meanwhile.')
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
    expect(desk.replica.aggregates('saved-view').get(view as SavedViewId)).toMatchObject({ removed: true })
  })
})

describe('Needs you: what a change is about', () => {
  it.each([null, 'N1'])('a view is a view, shared with nobody or with a team (%s)', async team => {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    await desk.perform([save(team)], null)
    desk.refuse('Something changed meanwhile.')
    await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    const text = document.body.textContent ?? ''
    expect(text).toContain('View “My overdue”')
    expect(text).toContain(team ? 'Save view: My overdue, shared with Team N1' : 'Save view: My overdue')
    expect(text).toContain('There is no such view.')
    for (const wrong of ['no longer with you', 'Open My team', 'affects no case'])
      expect(text).not.toContain(wrong)
  })
})
