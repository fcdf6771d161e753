// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const usualDesk = () => aDesk({ actor: 'N1-lead', groups: aCaseload(3), organisation: anOrganisation() })
const ended = { kind: 'stopped', code: 'not-signed-in', reason: 'Sign in first.' } as const

describe('going to a list', () => {
  it('is being in it: Enter opens the row that is explained', async () => {
    const user = await sitDownAt(usualDesk(), 'locks')
    await user.keyboard('gc')
    await screen.findByRole('heading', { level: 1, name: /^Case groups/ })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('button', { name: 'Back to the list' })).toBeTruthy()
  })
})

describe('changes that cannot be read any more', () => {
  it('are told as a number above every list, with what to do about them (R7)', async () => {
    await sitDownAt({ ...usualDesk(), unreadable: 2 }, 'case-groups')
    expect(screen.getByText(/^2 changes made on this device before cannot be read/).textContent).toContain(
      'They stay here, sealed, and were not sent.',
    )
  })
})

describe('a session that ended', () => {
  it('is told with its reason, and a button leads back to the sign-in page', async () => {
    const desk = usualDesk()
    const signOut = vi.fn(async () => undefined)
    const user = await sitDownAt(desk, 'case-groups', signOut)
    act(() => desk.become(ended))
    expect(screen.getByText(/^Your session has ended/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(signOut).toHaveBeenCalledOnce()
  })

  it('does not promise a caseload that does not come by itself', async () => {
    const desk = usualDesk()
    await sitDownAt({ ...desk, replica: { ...desk.replica, organisation: () => undefined } }, '')
    act(() => desk.become(ended))
    expect(screen.getByText(/^It comes once you have signed in again/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy()
  })

  it('offers no signing in where that does not help', async () => {
    const desk = usualDesk()
    await sitDownAt(desk, 'case-groups')
    act(() => desk.become({ kind: 'stopped', code: 'other-protocol', reason: 'Update the older one.' }))
    expect(screen.getByText(/^Update the older one/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull()
  })

  it('goes on where signing out does not succeed, and says so', async () => {
    const desk = usualDesk()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const user = await sitDownAt(desk, 'case-groups', () => Promise.reject(new Error('No network.')))
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    expect(await screen.findByText(/^You are still signed in/)).toBeTruthy()
  })
})
