import { join } from 'node:path'
import type { App, BrowserWindow, Dialog, Screen } from 'electron'
import type { DesktopAnswers } from './answers.ts'
import { hubAnswers } from './choose-hub.ts'
import { openContextMenu } from './context-menu.ts'
import type { PokeEvent } from './contract.ts'
import type { HubChoice } from './hub-choice.ts'
import { keepWindow, readKeptWindow } from './kept-window.ts'
import { type Menus, openMenu } from './menu.ts'
import { type NewNotice, openNotices } from './notices.ts'
import { done } from './reply.ts'
import { fileSaver } from './save-files.ts'
import { openSpelling } from './spelling.ts'
import { tellChosen, tellWindow } from './tell-window.ts'
import { bringToFront, type NewWindow, openWindow } from './window.ts'

interface Parts {
  readonly app: Pick<App, 'getPath' | 'getVersion' | 'isPackaged' | 'relaunch' | 'quit'>
  readonly BrowserWindow: NewWindow
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>
  readonly Menu: Menus
  readonly Notification: NewNotice
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly choice: HubChoice
}

/** The operating system's part of the desk: its one window, and what is outside of the page. */
export interface Desktop {
  readonly answers: DesktopAnswers
  /** `documentChanges` is called before another document can ask anything. */
  open(documentChanges: () => void): void
  tell(event: PokeEvent): void
  bringToFront(): void
}

export function openDesktop(parts: Parts): Desktop {
  const { app, BrowserWindow, dialog, Menu, Notification, screen, choice } = parts
  let window: BrowserWindow | undefined
  let zoom: ReturnType<typeof keepWindow> = () => {}
  const choose = (action: string) => {
    if (!window) return
    bringToFront(window)
    tellChosen(window, action)
  }
  const showMenu = openMenu(Menu, { choose, zoom: step => zoom(step) }, !app.isPackaged)
  const spelling = openSpelling(join(import.meta.dirname, 'spelling-thread.js'))
  const notify = openNotices(Notification, () => choose('go-deadlines'))
  return {
    answers: {
      ...told({ showMenu, notify }),
      versions: async () => done(versionsOf(app)),
      misspelt: async words => done([...(await spelling.misspelt(words))]),
      ...fileSaver(dialog, () => window),
      ...hubAnswers({ app, dialog, windowOf: () => window, choice }),
    },
    open(documentChanges) {
      const file = join(app.getPath('userData'), 'window.json')
      const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
      const kept = readKeptWindow(file, displays)
      window = openWindow(BrowserWindow, kept, !app.isPackaged, () => {
        showMenu([])
        spelling.forget()
        documentChanges()
      })
      openContextMenu(window, Menu, spelling)
      zoom = keepWindow(window, file, kept)
    },
    tell: event => window && tellWindow(window, event),
    bringToFront: () => window && bringToFront(window),
  }
}

interface Shown {
  readonly showMenu: ReturnType<typeof openMenu>
  readonly notify: ReturnType<typeof openNotices>
}

/** What the page only tells and waits for no answer to. */
const told = ({ showMenu, notify }: Shown): Pick<DesktopAnswers, 'showMenu' | 'notify'> => ({
  async showMenu(actions) {
    showMenu(actions)
    return done(undefined)
  },
  async notify(text) {
    notify(text)
    return done(undefined)
  },
})

const versionsOf = (app: Parts['app']) => ({
  desk: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
})
