import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { answersOf } from './answers.ts'
import { listBuilt } from './built-files.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { openDevice } from './device.ts'
import { hubTransport } from './hub-transport.ts'
import { openIdentities } from './identity.ts'
import { answerChannels } from './ipc.ts'
import { openKeyStore } from './key-store.ts'
import { machineTime } from './lease-file.ts'
import { lockWithMachine } from './machine-lock.ts'
import { keepOnPage } from './navigation.ts'
import { outboxesOf } from './outboxes.ts'
import { limitPermissions } from './permissions.ts'
import { pokeStream } from './poke-stream.ts'
import { declareScheme, serveScheme } from './scheme.ts'
import { isOnlyInstance } from './single-instance.ts'
import { hubAddress, profileOf } from './start-options.ts'

const LEASE_LOOKS = 10 * 60_000
let desktop: Desktop | undefined

const profile = profileOf(process.argv)
if (profile) app.setPath('userData', profile)
app.enableSandbox()
declareScheme(protocol)
keepOnPage(app)
app.on('window-all-closed', () => app.quit())
if (isOnlyInstance(app, () => desktop?.bringToFront())) open().catch(refuse)
else app.quit()

async function open(): Promise<void> {
  await app.whenReady()
  const userData = app.getPath('userData')
  const hub = hubAddress(process.argv, process.env, userData)
  const device = await openDevice(userData, hub)
  const store = await openKeyStore(safeStorage, process.platform)

  // A session in memory, which no page is of: its cookies are never on the disk and never in a page's reach.
  const jar = session.fromPartition('hub')
  const transport = hubTransport(jar, hub)
  const identities = await openIdentities({
    device,
    store,
    transport,
    jar,
    hub,
    openInBrowser: url => shell.openExternal(url),
    time: machineTime,
  })
  lockWithMachine(powerMonitor, identities, () => desktop?.tell({ kind: 'locked' }))
  setInterval(() => void identities.watchLease(), LEASE_LOOKS)
  const pokes = pokeStream(transport, event => desktop?.tell(event))

  desktop = openDesktop({ app, BrowserWindow, dialog, Menu, Notification, screen })
  serveScheme(protocol, listBuilt(join(import.meta.dirname, '../renderer')))
  limitPermissions(session.defaultSession)
  answerChannels(ipcMain, answersOf(identities, transport, pokes, outboxesOf(device), desktop.answers))
  desktop.open(() => {
    pokes.end()
    identities.documentChanges()
  })
}

function refuse(problem: unknown): void {
  const reason = problem instanceof Error ? problem.message : String(problem)
  console.error(reason)
  dialog.showErrorBox('The desk cannot start', reason)
  app.exit(1)
}
