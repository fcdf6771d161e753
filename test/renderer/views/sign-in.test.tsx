// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { Provider } from 'react-redux'
import { afterEach, expect, it, vi } from 'vitest'
import type { LockNotice } from '../../../renderer/desk/lock-notice.ts'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import { SignInPage } from '../../../renderer/views/sign-in/sign-in-page.tsx'
import { likeABrowser } from '../make/in-page.ts'

afterEach(cleanup)

const signedOutWith = (left: LockNotice) => {
  likeABrowser()
  const transport = { request: () => Promise.reject(new Error('No network.')), pokes: () => () => undefined }
  render(
    <Provider store={createDeskStore()}>
      <Look>
        <SignInPage
          transport={transport}
          demo={false}
          provider={false}
          left={left}
          onProvider={async () => {}}
          onChoose={async () => undefined}
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
  vi.useRealTimers()
  expect(screen.getByRole('status').textContent).toBe(words)
})
