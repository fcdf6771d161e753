// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { Provider } from 'react-redux'
import { afterEach, expect, it } from 'vitest'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import { SignInPage } from '../../../renderer/views/sign-in/sign-in-page.tsx'
import { likeABrowser } from '../make/in-page.ts'

afterEach(cleanup)

const signedOutWith = (waiting: number) => {
  likeABrowser()
  const transport = { request: () => Promise.reject(new Error('No network.')), pokes: () => () => undefined }
  render(
    <Provider store={createDeskStore()}>
      <Look>
        <SignInPage
          transport={transport}
          demo={false}
          provider={false}
          onProvider={async () => {}}
          waiting={waiting}
          onChoose={async () => undefined}
        />
      </Look>
    </Provider>,
  )
}

it('says after signing out how many changes wait sealed on this device', () => {
  signedOutWith(3)
  expect(screen.getByRole('status').textContent).toContain('3 changes wait on this device, sealed')
})

it('says nothing of the kind where none waits', () => {
  signedOutWith(0)
  expect(screen.queryByRole('status')).toBeNull()
})
