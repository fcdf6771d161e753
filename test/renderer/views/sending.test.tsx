// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

/** A device that takes its time to keep what is done, until it is told that it has. */
function savingSlowly(desk: DeskInMemory) {
  const saved = Promise.withResolvers<void>()
  const { perform } = desk
  Object.assign(desk, {
    perform: async (...asked: Parameters<typeof perform>) => {
      const performed = await perform(...asked)
      await saved.promise
      return performed
    },
  })
  return {
    saved: () => act(async () => saved.resolve()),
    full: () => act(async () => saved.reject(new Error('The disk is full.'))),
  }
}

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
    await user.keyboard('Which step?{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)).toMatchObject({ state: 'information-needed' })
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Which step?')
    expect(within(pane()).queryByRole('alert')).toBeNull()
    expect(pane().textContent).not.toContain('Somebody else')
    await disk.saved()
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
    expect(pane().textContent).not.toContain('Cannot be undone.')
    await disk.saved()
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
  })

  it('and could not be, that is said, and the preview follows what changes again', async () => {
    const { user, desk } = await aboutToReturnTwo()
    const disk = savingSlowly(desk)
    await user.click(within(pane()).getByRole('button', { name: returning }))
    await disk.full()
    expect(screen.getByRole('alert').textContent).toContain('Not saved')
    // The desk in memory has done it all the same.
    await waitFor(() => expect(within(pane()).queryByRole('button', { name: returning })).toBeNull())
  })
})
