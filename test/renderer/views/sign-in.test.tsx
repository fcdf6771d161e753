// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { Provider } from 'react-redux'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LockNotice } from '../../../renderer/desk/lock-notice.ts'
import { refused } from '../../../renderer/home/answered.ts'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import { SignInPage } from '../../../renderer/views/sign-in/sign-in-page.tsx'
import { likeABrowser } from '../make/in-page.ts'

afterEach(cleanup)

const signedOutWith = (left: LockNotice, more: Partial<ComponentProps<typeof SignInPage>> = {}) => {
  likeABrowser()
  const transport = { request: () => Promise.reject(new Error('No network.')), pokes: () => () => undefined }
  render(
    <Provider store={createDeskStore()}>
      <Look>
        <SignInPage
          transport={transport}
          demo={false}
          provider={false}
          inOwnBrowser
          left={left}
          onProvider={async () => {}}
          onGiveUp={() => {}}
          onChoose={async () => undefined}
          {...more}
        />
      </Look>
    </Provider>,
  )
}

it('says after signing out how many changes wait sealed on this device', () => {
  signedOutWith({ why: 'left', waiting: 3, lost: [] })
  expect(screen.getByRole('status').textContent).toContain('3 changes wait on this device, sealed')
})

it('says nothing of the kind where none waits', () => {
  signedOutWith({ why: 'left', waiting: 0, lost: [] })
  expect(screen.queryByRole('status')).toBeNull()
})

it('says calmly that the hub let its person in no longer, and who can be asked', () => {
  signedOutWith({ why: 'closed', waiting: 0, lost: [] })
  expect(screen.getByText(/^The hub let you in no longer/).textContent).toContain('ask service management')
})

const first = { made: '2026-11-25T09:31:00Z', refused: false }
const second = { made: '2026-11-26T10:02:00Z', refused: false }

it.each([
  [
    [first, second],
    '2 changes that this device may not keep are lost: the hub did not confirm them before the desk closed. Made 25 November 2026 at 09:31 and today at 10:02. Look at what you did then, and do them again where they are missing.',
  ],
  [
    [{ ...second, refused: true }],
    '1 change that this device may not keep is lost: the hub refused it, and it was not dealt with before the desk closed. Made today at 10:02. Look at what you did then, and do it again where it is missing.',
  ],
  [
    [first, { ...second, refused: true }],
    '2 changes that this device may not keep are lost: the hub refused 1 and did not confirm 1 before the desk closed. Made 25 November 2026 at 09:31 and today at 10:02. Look at what you did then, and do them again where they are missing.',
  ],
])('says how many changes could not be kept, when they were made and why, and of nobody', (lost, words) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T12:00:00Z') })
  signedOutWith({ why: 'idle', waiting: 0, lost })
  expect(screen.getByRole('status').textContent).toBe(words)
})

describe('signing in', () => {
  const people = [{ staffNumber: '1001', name: 'Siân', roles: [], team: null }]
  const body = new TextEncoder().encode(JSON.stringify({ people }))
  const onePerson = {
    request: async () => ({ status: 200, body, retryAfter: null }),
    pokes: () => () => {},
  }

  const atTheProvider = (onProvider: () => Promise<void>, onGiveUp = () => {}) => {
    signedOutWith({ why: 'left', waiting: 0, lost: [] }, { provider: true, onProvider, onGiveUp })
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  }

  it.each([
    ['no-hub', /^The hub cannot be reached/],
    ['hub-busy', /^The hub has too much to do/],
    ['unknown-person', /^You are known to the identity provider but not to this hub/],
    ['provider-unreachable', /^The identity provider does not answer/],
    ['sign-in-late', /in time. Try again/],
    ['sign-in-refused', /does not belong to a sign-in that was begun here/],
    ['not-signed-in', /^The desk was locked/],
    ['signing-in', /^Another sign-in is under way/],
    ['internal', /^Something went wrong in the desk/],
  ] as const)('that fails with %s says so, and may be tried again', async (code, words) => {
    atTheProvider(async () => Promise.reject(refused(code)))
    await screen.findByText(words)
    expect(screen.getByRole('button', { name: 'Sign in' }).getAttribute('aria-disabled')).toBeNull()
  })

  it('can be given up while the browser is away; nothing failed then', async () => {
    const away = Promise.withResolvers<void>()
    atTheProvider(
      () => away.promise,
      () => away.reject(refused('given-up')),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull())
    expect(screen.queryByText(/Something went wrong|Try again/)).toBeNull()
  })

  it.each([
    [true, /^Sign in on the page that opens in your browser/],
    [false, /^The page of the identity provider opens here/],
  ])('says where the page of the provider opens (beside the desk: %s)', (inOwnBrowser, words) => {
    const onProvider = () => new Promise<void>(() => {})
    signedOutWith({ why: 'left', waiting: 0, lost: [] }, { provider: true, inOwnBrowser, onProvider })
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(screen.getByText(words)).not.toBeNull()
  })

  it('as a person of the demonstration waits until the one with the provider is given up', async () => {
    const away = Promise.withResolvers<void>()
    const onChoose = vi.fn(async () => {})
    signedOutWith(
      { why: 'left', waiting: 0, lost: [] },
      {
        ...{ demo: true, provider: true, transport: onePerson, onChoose },
        onProvider: () => away.promise,
        onGiveUp: () => away.reject(refused('given-up')),
      },
    )
    const option = await screen.findByRole('option')
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    fireEvent.click(option)
    expect(screen.getByRole<HTMLInputElement>('combobox').disabled).toBe(true)
    expect(screen.getByText(/Cancel that to choose somebody here/)).not.toBeNull()
    expect(onChoose).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(option.getAttribute('aria-disabled')).toBe('false'))
    fireEvent.click(option)
    expect(onChoose).toHaveBeenCalledOnce()
  })

  it('is begun once, however often it is asked for', async () => {
    const onChoose = vi.fn(() => new Promise<void>(() => {}))
    signedOutWith({ why: 'left', waiting: 0, lost: [] }, { demo: true, transport: onePerson, onChoose })
    await screen.findByRole('option')
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' })
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' })
    fireEvent.click(screen.getByRole('option'))
    expect(onChoose).toHaveBeenCalledTimes(1)
    expect(screen.getByText('Signing in.')).not.toBeNull()
  })
})
