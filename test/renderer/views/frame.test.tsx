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
  it('are told as a number above every list, with when they were made and what to do about them (R7)', async () => {
    await sitDownAt({ ...usualDesk(), unreadable: [null, '2026-11-20T09:31:00.000Z'] }, 'case-groups')
    expect(screen.getByText(/^2 changes made on this device before cannot be read/).textContent).toContain(
      'They stay here, sealed, and were not sent. Made 20 November 2026 at 09:31. Look at what you did then,',
    )
  })
})

describe('changes that this device has lost', () => {
  it('are told above every list until their person has looked', async () => {
    let lost = ['2026-11-20T09:31:00.000Z']
    const forgetLost = async () => {
      lost = []
    }
    const desk = { ...usualDesk(), lost: () => lost, forgetLost }
    const user = await sitDownAt(desk, 'case-groups')
    expect(screen.getByText(/^1 change that waited on this device is lost/).textContent).toContain(
      'Made 20 November 2026 at 09:31. Look at what you did then, and do it again where it is missing.',
    )
    await user.click(screen.getByRole('button', { name: 'I have looked' }))
    expect(screen.queryByText(/is lost/)).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('grid'))
    await user.keyboard('gs')
    await screen.findByRole('heading', { level: 1, name: /service request/i })
    expect(screen.queryByText(/is lost/)).toBeNull()
  })

  it('are at least so many where nobody knows when one was made', async () => {
    await sitDownAt({ ...usualDesk(), lost: () => [null] }, 'case-groups')
    expect(screen.getByText(/^At least 1 change/).textContent).toContain('Look at what you did here last')
  })
})

describe('drafts that cannot be read any more', () => {
  it('are told as a number above every list, with what to do about them', async () => {
    const desk = usualDesk()
    await sitDownAt({ ...desk, drafts: { ...desk.drafts, unreadable: 1 } }, 'case-groups')
    expect(screen.getByText(/^1 draft written on this device before cannot be read/).textContent).toContain(
      'It stays here, sealed, and was not sent. Write it again where it is missing.',
    )
  })
})

describe('a hub that does not go on', () => {
  it('is told with its reason, and that a caseload does not come by itself', async () => {
    const desk = usualDesk()
    await sitDownAt({ ...desk, replica: { ...desk.replica, organisation: () => undefined } }, '')
    act(() => desk.become({ kind: 'stopped', code: 'other-protocol', reason: 'Update the older one.' }))
    expect(screen.getByText(/^Update the older one/)).toBeTruthy()
    expect(screen.getByText(/the reason is above/)).toBeTruthy()
  })
})

describe('a device that saves nothing any more', () => {
  it('says that changes cannot be sent, above the list and below it, and why that may be', async () => {
    const desk = usualDesk()
    await sitDownAt(desk, 'case-groups')
    act(() => desk.become({ kind: 'stuck' }))
    expect(screen.getByText(/^Changes cannot be sent/).textContent).toContain('Its disk may be full')
    expect(screen.getByText('Cannot send')).toBeTruthy()
    act(() => desk.become({ kind: 'connected' }))
    expect(screen.queryByText(/^Changes cannot be sent/)).toBeNull()
  })
})

describe('signing out', () => {
  it('goes on where signing out does not succeed, and says so', async () => {
    const desk = usualDesk()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const user = await sitDownAt(desk, 'case-groups', () => Promise.reject(new Error('No network.')))
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    expect(await screen.findByText(/^You are still signed in/)).toBeTruthy()
  })
})
