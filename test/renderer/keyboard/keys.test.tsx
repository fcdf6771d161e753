// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { commands } from '../../../shared/commands/commands.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const sit = () =>
  sitDownAt(aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() }), 'case-groups')
/** Opens the palette, and waits until its dialog has taken the focus: what is typed before that goes astray. */
async function openPalette(user: Awaited<ReturnType<typeof sit>>): Promise<HTMLElement> {
  await user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole('combobox')
  await waitFor(() => expect(field.closest('[role=dialog]')?.contains(document.activeElement)).toBe(true))
  return field
}
/** What the palette lists, without the reasons. */
const namesFound = () =>
  screen.getAllByRole('option').map(option => option.children[1]?.firstChild?.textContent ?? '')
const wordsOf = (text: string) => text.toLowerCase().split(/\W+/)
const selected = () => screen.queryByText(/selected of/)?.textContent ?? 'none'

describe('keys', () => {
  it('g and a letter go to a view', async () => {
    const user = await sit()
    await user.keyboard('gl')
    expect(await screen.findByRole('heading', { level: 1, name: /^Locks in/ })).toBeTruthy()
    await user.keyboard('gq')
    expect(await screen.findByRole('heading', { level: 1, name: /^Queue of/ })).toBeTruthy()
  })

  it('are off while one types', async () => {
    const user = await sit()
    await user.keyboard('/')
    await user.keyboard('xgl')
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('xgl')
    expect(screen.getByRole('heading', { level: 1, name: /^Case groups of/ })).toBeTruthy()
  })

  it('can be switched off, and what has a modifier still works (WCAG 2.1.4)', async () => {
    localStorage.setItem('desk-settings', JSON.stringify({ theme: 'system', singleKeys: false }))
    const user = await sit()
    await user.keyboard('jx')
    expect(selected()).toBe('none')
    await openPalette(user)
    expect(await screen.findByRole('option', { name: /Switch single keys on/ })).toBeTruthy()
  })

  it('select, while they are on', async () => {
    const user = await sit()
    await user.keyboard('jx')
    await waitFor(() => expect(selected()).toContain('1 selected of 6'))
  })

  it('every action is found by its name', async () => {
    const user = await sit()
    await user.type(await openPalette(user), 'my team{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: /^Team N1: 2 caseworkers/ })).toBeTruthy()
  })

  it('an action that cannot be done says why, and does nothing', async () => {
    const user = await sit()
    await user.keyboard('j')
    await user.keyboard('{Control>}k{/Control}')
    expect((await screen.findByRole('option', { name: /Clear lock/ })).textContent).toContain(
      'The lock is already off.',
    )
  })

  it('every command there is can be found by its name', async () => {
    const user = await sit()
    await user.keyboard('j')
    await openPalette(user)
    const found = namesFound()
    for (const { label } of commands)
      expect(
        found.some(name => wordsOf(label).every(word => wordsOf(name).includes(word))),
        label,
      ).toBe(true)
  })

  it.each([
    ['close service request', 'Close the service request'],
    ['start service request', 'Start the service request'],
    ['assign service request', 'Assign the service request'],
    ['answer advice', 'Answer the request for advice'],
    ['acknowledge recovery', 'Acknowledge the recovery request'],
    ['save view', 'Save, change or remove a view'],
    ['remove view', 'Save, change or remove a view'],
  ])('what is called shortly on its button is found by its full name: %s', async (typed, name) => {
    const user = await sit()
    await user.type(await openPalette(user), typed)
    expect(namesFound()).toEqual([name])
  })

  it('the entry that is found for saving a view opens it', async () => {
    const user = await sit()
    await user.type(await openPalette(user), 'save view{Enter}')
    expect(await within(pane()).findByRole('heading', { name: 'Views there are' })).toBeTruthy()
  })

  it('what is done in the pane says where, also to whoever is there already', async () => {
    const user = await sit()
    await user.type(await openPalette(user), 'mark absent')
    expect(screen.getByRole('option').textContent).toContain('right pane of whoever is absent')
    expect(screen.getByRole('option').textContent).not.toContain('go to that first')
  })

  it('all of them are listed by ?, each one once, those that share a key too', async () => {
    const user = await sit()
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'All keys' })
    const lines = [...dialog.querySelectorAll('.key-line')].map(line => line.textContent)
    expect(new Set(lines).size).toBe(lines.length)
    for (const line of [
      'gtToday',
      'rReturn to segment',
      'lSet lock',
      'lKeep lock',
      'Ctrl+PPrint what is before me',
    ])
      expect(
        lines.some(text => text?.startsWith(line)),
        line,
      ).toBe(true)
  })
})
