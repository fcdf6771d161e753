// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { commands } from '../../../shared/commands/commands.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

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
    const found = screen.getAllByRole('option').map(option => option.textContent?.toLowerCase() ?? '')
    for (const { label } of commands)
      expect(
        found.some(text => text.includes(label.toLowerCase())),
        label,
      ).toBe(true)
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
