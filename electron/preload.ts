import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { DeskBridge, EventName, WireName } from './contract.ts'
import { wordChecker } from './word-checker.ts'

const ask = (channel: WireName, ...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args)

// Each by its name: a page that could name a channel itself could name any channel.
const bridge = {
  identity: () => ask('desk:identity'),
  signIn: person => ask('desk:signIn', person),
  signInWithProvider: () => ask('desk:signInWithProvider'),
  signOut: () => ask('desk:signOut'),
  giveUpSignIn: () => ask('desk:giveUpSignIn'),
  noteHand: () => ask('desk:noteHand'),
  request: (method, path, body) => ask('desk:request', method, path, body),
  watchPokes: watch => ask('desk:watchPokes', watch),
  unwatchPokes: watch => ask('desk:unwatchPokes', watch),
  outboxLoad: person => ask('desk:outboxLoad', person),
  outboxPut: (person, records) => ask('desk:outboxPut', person, records),
  outboxRemove: (person, keys) => ask('desk:outboxRemove', person, keys),
  outboxCount: person => ask('desk:outboxCount', person),
  outboxCountAll: () => ask('desk:outboxCountAll'),
  showMenu: actions => ask('desk:showMenu', actions),
  notify: text => ask('desk:notify', text),
  saveCsv: (name, content) => ask('desk:saveCsv', name, content),
  savePdf: name => ask('desk:savePdf', name),
  versions: () => ask('desk:versions'),
  hub: () => ask('desk:hub'),
  chooseHub: wanted => ask('desk:chooseHub', wanted),
  // The listener itself is never handed to ipcRenderer: it would be given the event, and with it the sender.
  onPokes: listener => {
    ipcRenderer.on('desk:pokes' satisfies WireName<EventName>, (_event, poke) => listener(poke))
  },
  onChosen: listener => {
    ipcRenderer.on('desk:chosen' satisfies WireName<EventName>, (_event, action) => listener(action))
  },
} satisfies DeskBridge

contextBridge.exposeInMainWorld('desk', bridge)

// Not on the bridge: the page has no use for it.
webFrame.setSpellCheckProvider(
  'en-GB',
  wordChecker(words => ask('desk:misspelt', words)),
)
