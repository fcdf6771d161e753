import type { ElectronApplication } from '@playwright/test'

declare global {
  /** In Electron's main process, while the specs run on it: what the person would answer, and what was shown. */
  var deskOutside: {
    answer: string | null
    agrees: boolean
    readonly names: string[]
    readonly questions: string[]
    readonly notices: { readonly text: string; readonly click: () => void }[]
    /** The menu that a right click opened last. */
    popped: Electron.Menu | null
  }
}

/** Nobody is there to answer dialogs, to click notices or to choose from menus: it is done as the test says. */
export async function stubDialogs(application: ElectronApplication): Promise<void> {
  await application.evaluate(({ dialog, Menu, Notification }) => {
    const outside: typeof globalThis.deskOutside = {
      answer: null,
      agrees: false,
      names: [],
      questions: [],
      notices: [],
      popped: null,
    }
    globalThis.deskOutside = outside
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
        outside.names.push(defaultPath)
        return { canceled: outside.answer === null, filePath: outside.answer ?? '' }
      },
      showMessageBox: async (
        _window: unknown,
        { message, cancelId = 0 }: { message: string; cancelId?: number },
      ) => {
        outside.questions.push(message)
        return { response: outside.agrees ? 0 : cancelId, checkboxChecked: false }
      },
    })
    Menu.prototype.popup = function popup() {
      outside.popped = this
    }
    Notification.prototype.show = function show() {
      outside.notices.push({ text: `${this.title}: ${this.body}`, click: () => void this.emit('click') })
    }
  })
}
