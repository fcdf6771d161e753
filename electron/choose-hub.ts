import type { App, BrowserWindow, Dialog } from 'electron'
import { hubAddressOf } from './hub-address.ts'
import { type HubChoice, keepHub } from './hub-choice.ts'
import type { Answers } from './ipc.ts'
import { done, failed } from './reply.ts'

interface Parts {
  readonly app: Pick<App, 'getPath' | 'relaunch' | 'quit'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly windowOf: () => BrowserWindow | undefined
  readonly choice: HubChoice
}

const USE = 0
const CANCEL = 1

/**
 * Which hub this is, and how the person chooses another. He is asked outside of the page, with the address before him:
 * a page that was taken over cannot lead the desk elsewhere. The desk then starts anew, so that nothing of one hub is
 * in the memory of the other's.
 */
export function hubAnswers({ app, dialog, windowOf, choice }: Parts): Pick<Answers, 'hub' | 'chooseHub'> {
  const { hub, fixed } = choice
  return {
    hub: async () => done({ kind: hub.kind, address: hub.kind === 'address' ? hub.url.origin : null, fixed }),
    async chooseHub(wanted) {
      if (fixed) return done('fixed')
      const next = wanted === null ? 'embedded' : hubAddressOf(wanted)
      if (next === null) return done('no-address')
      const window = windowOf()
      if (!window) return failed('internal')
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        title: 'Team Leader Desk',
        message:
          next === 'embedded' ? 'Use a demonstration on this computer?' : `Use the hub at ${next.origin}?`,
        detail:
          'The desk closes and opens again. Changes that wait stay here, sealed, for the hub they were made at.',
        buttons: ['Use it', 'Cancel'],
        defaultId: USE,
        cancelId: CANCEL,
        noLink: true,
      })
      if (response !== USE) return done('kept')
      await keepHub(next, app.getPath('userData'))
      app.relaunch()
      app.quit()
      return done('chosen')
    },
  }
}
