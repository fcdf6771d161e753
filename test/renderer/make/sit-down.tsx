import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { DeskApp } from '../../../renderer/desk-app.tsx'
import type { Desktop } from '../../../renderer/home/desktop.ts'
import { Look } from '../../../renderer/look.tsx'
import { createDeskStore } from '../../../renderer/store/store.ts'
import { DesktopContext } from '../../../renderer/views/desktop-context.ts'
import type { DeskInMemory } from './a-desk.ts'
import { likeABrowser } from './in-page.ts'

/** Somebody at a desk in memory, in the view named. */
export async function sitDownAt(
  desk: DeskInMemory,
  view: string,
  signOut: () => Promise<void> = async () => undefined,
  desktop: Desktop | null = null,
) {
  likeABrowser()
  location.hash = `#/${view}`
  const user = userEvent.setup()
  render(
    <Provider store={createDeskStore()}>
      <Look>
        <DesktopContext value={desktop}>
          <DeskApp desk={desk} onSignOut={signOut} />
        </DesktopContext>
      </Look>
    </Provider>,
  )
  await screen.findByRole('heading', { level: 1 })
  // The list stands first, what follows its focus is drawn after that.
  await act(() => nextFrame().then(nextFrame))
  return user
}

const nextFrame = () => new Promise(done => requestAnimationFrame(done))

export const pane = () => {
  const found = document.getElementById('pane')
  if (!found) throw new Error('There is no pane.')
  return found
}
