import type { Shell } from 'electron'
import { openElsewhere } from './open-elsewhere.ts'
import { strict } from './strict.ts'
import './told-from-outside.ts'

// What `import … from 'electron'` gives under the stand-in; a name that is missing here does not link.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { Notification } from './notification.ts'
export { powerMonitor } from './power-monitor.ts'
export { protocol } from './protocol.ts'
export { safeStorage } from './safe-storage.ts'
export { screen } from './screen.ts'
export { session } from './session.ts'
export { utilityProcess } from './utility-process.ts'

export const shell = strict<Pick<Shell, 'openExternal'>>('shell', {
  // The system's own browser is another program: here one that goes where it is sent, without a screen.
  openExternal: url => openElsewhere(url),
})
