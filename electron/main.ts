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
  utilityProcess,
} from 'electron'
import { browserOpener } from './browser-opener.ts'
import { listBuilt } from './built-files.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { type AfterItsEnd, embeddedHubIn, startEmbeddedHub } from './embedded-hub.ts'
import { type Hub, hubChoice } from './hub-choice.ts'
import { answerChannels } from './ipc.ts'
import { noHub, whenThere } from './later-answers.ts'
import { keepOnPage } from './navigation.ts'
import { showNoCredentials, vouchToNobody } from './no-credentials.ts'
import { keepOffNetwork } from './no-network.ts'
import { keepFromPeers } from './no-peers.ts'
import { limitPermissions } from './permissions.ts'
import { declareScheme, serveScheme } from './scheme.ts'
import { isOnlyInstance } from './single-instance.ts'
import { givenHub, profileOf } from './start-options.ts'
import { stopBeforeQuit } from './stop-before-quit.ts'
import { openWork, type Work } from './work.ts'

const here = import.meta.dirname
let desktop: Desktop | undefined
let work: Work | null = null

const profile = profileOf(process.argv)
if (profile) app.setPath('userData', profile)
app.enableSandbox()
declareScheme(protocol)
keepOnPage(app)
keepFromPeers(app)
showNoCredentials(app)
app.on('window-all-closed', () => app.quit())
if (isOnlyInstance(app, () => desktop?.bringToFront())) open().catch(refuse)
else app.quit()

async function open(): Promise<void> {
  await app.whenReady()
  const choice = hubChoice(givenHub(process.argv, process.env), app.getPath('userData'))
  desktop = openDesktop({ app, BrowserWindow, dialog, Menu, Notification, screen, choice })
  serveScheme(protocol, listBuilt(join(here, '../renderer')))
  limitPermissions(session.defaultSession)
  keepOffNetwork(session.defaultSession)
  vouchToNobody(session.defaultSession)
  const ready = begin(choice.hub)
  ready.catch(refuse)
  answerChannels(ipcMain, { ...whenThere(ready), ...desktop.answers })
  desktop.open(() => work?.documentChanges())
}

/** Begins to work with the hub; what answers the page where there is none says so. */
async function begin(hub: Hub): Promise<Work['answers']> {
  const url = hub.kind === 'embedded' ? await startHub() : hub.kind === 'address' ? hub.url : null
  if (url === null) return noHub
  work = await openWork(url, {
    ...{ userData: app.getPath('userData'), safeStorage, session, powerMonitor },
    openInBrowser: browserOpener(shell),
    tell: event => desktop?.tell(event),
  })
  return work.answers
}

/** Null where it does not start: then the person can choose another. */
async function startHub(): Promise<URL | null> {
  const resources = app.isPackaged ? process.resourcesPath : null
  let isQuitting = false
  try {
    const where = embeddedHubIn(app.getPath('userData'), here, resources)
    const { url, stop } = startEmbeddedHub(utilityProcess, where, sayItEnded)
    // Before it listens: whoever quits meanwhile leaves no PostgreSQL behind.
    stopBeforeQuit(app, () => {
      isQuitting = true
      return stop()
    })
    return await url
  } catch (problem) {
    if (!isQuitting)
      dialog.showErrorBox('The demonstration on this computer did not start', sentence(problem))
    return null
  }
}

function sayItEnded(then: AfterItsEnd): void {
  void desktop?.answers.notify(afterItsEnd[then])
}

const afterItsEnd: Readonly<Record<AfterItsEnd, string>> = {
  'starts-again':
    'The demonstration on this computer ended by itself. It is being started again; nothing is lost.',
  'stays-ended':
    'The demonstration on this computer keeps ending and is not started again; nothing is lost. Make sure that the disk is not full, then close the desk and open it again.',
}

function refuse(problem: unknown): void {
  console.error(sentence(problem))
  dialog.showErrorBox('The desk cannot start', sentence(problem))
  app.exit(1)
}

function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}
