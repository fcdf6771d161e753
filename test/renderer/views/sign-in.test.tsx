// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { Provider } from 'react-redux'
import { afterEach, expect, it } from 'vitest'
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
  signedOutWith({ why: 'left', waiting: 3 })
  expect(screen.getByRole('status').textContent).toContain('3 changes wait on this device, sealed')
})

it('says nothing of the kind where none waits', () => {
  signedOutWith({ why: 'left', waiting: 0 })
  expect(screen.queryByRole('status')).toBeNull()
})

it('says calmly that the hub let its person in no longer, and who can be asked', () => {
  signedOutWith({ why: 'closed', waiting: 0 })
  expect(screen.getByText(/^The hub let you in no longer/).textContent).toContain('ask service management')
})
