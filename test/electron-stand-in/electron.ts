import type { Dialog, Shell } from 'electron'
import { openElsewhere } from './open-elsewhere.ts'
import { strict } from './strict.ts'

// What `import … from 'electron'` gives under the stand-in; a name that is missing here does not link.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol } from './protocol.ts'
export { safeStorage } from './safe-storage.ts'
export { session } from './session.ts'

export const dialog = strict<Pick<Dialog, 'showErrorBox'>>('dialog', {
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
})

export const shell = strict<Pick<Shell, 'openExternal'>>('shell', {
  // The system's own browser is another program: here one that goes where it is sent, without a screen.
  openExternal: url => openElsewhere(url),
})
