/** For each rule a source that breaks it, as one file of the project: the check must object to every one of them. */
export const planted: Readonly<Record<string, readonly (readonly [file: string, source: string])[]>> = {
  'nothing is asked in clear but of this machine': [
    ['hub/a.ts', "fetch('http://example.org/')"],
    ['renderer/a.ts', 'new WebSocket(`ws://\u0024{host}/pokes`)'],
    ['electron/a.ts', "const hub = 'http://127.0.0.1.example.org/'"],
  ],
  'no page from file://': [
    ['electron/a.ts', "window.loadURL('file:///C:/desk/index.html')"],
    ['electron/b.ts', "window.loadFile('index.html')"],
  ],
  'windows keep their safe preferences': [
    ['electron/a.ts', 'const preferences = { sandbox: false }'],
    ['electron/b.ts', "const preferences = { 'contextIsolation': false }"],
    ['electron/c.ts', 'const preferences = { nodeIntegration: true }'],
    ['electron/d.ts', "const preferences = { enableBlinkFeatures: 'X' }"],
  ],
  'the sandbox is never switched off': [['electron/a.ts', "app.commandLine.appendSwitch('no-sandbox')"]],
  'the scheme has no further privilege': [
    ['electron/a.ts', 'const own = { privileges: { corsEnabled: true } }'],
  ],
  'no window opens another': [
    ['electron/a.ts', "contents.setWindowOpenHandler(() => ({ action: 'allow' }))"],
  ],
  'ipcMain is spoken to at one place': [
    ['electron/a.ts', "ipcMain.on('desk:other', () => {})"],
    ['electron/ipc.ts', "ipcMain.handle('one', f)\nipcMain.handle('other', f)"],
  ],
  'addresses are opened elsewhere at one place': [
    ['electron/a.ts', 'shell.openExternal(one)'],
    ['electron/browser-opener.ts', 'shell.openExternal(one)\nshell.openExternal(other)'],
  ],
  'the preload exposes one thing': [
    [
      'electron/preload.ts',
      "contextBridge.exposeInMainWorld('one', {})\ncontextBridge.exposeInMainWorld('other', {})",
    ],
    ['electron/a.ts', "contextBridge.exposeInMainWorld('desk', {})"],
  ],
  'what is exposed is written out': [
    ['electron/preload.ts', "contextBridge.exposeInMainWorld('desk', all())"],
    ['electron/preload.ts', "contextBridge.exposeInMainWorld('desk', { fs })"],
  ],
  'ipcRenderer does not leave the preload': [
    ['electron/preload.ts', "contextBridge.exposeInMainWorld('desk', { send: () => ipcRenderer })"],
    ['electron/preload.ts', 'const { invoke } = ipcRenderer'],
    ['electron/preload.ts', "ipcRenderer.on('desk:pokes', listener)"],
    ['electron/preload.ts', "ipcRenderer.sendSync('desk:identity')"],
  ],
  'nothing is cast past its type': [
    ['electron/a.ts', 'openWindow(x as any)'],
    ['electron/b.ts', 'const p = {} as WebPreferences'],
  ],
  'what is tested is what is shipped': [['electron/a.ts', "if (process.env.NODE_ENV === 'test') open()"]],
  'no crash is sent anywhere': [['electron/a.ts', 'crashReporter.start({})']],
  'the desk does not update itself': [['electron/a.ts', "import { autoUpdater } from 'electron-updater'"]],
  'the desk answers no address of its own': [['electron/a.ts', "app.setAsDefaultProtocolClient('desk')"]],
  'developer tools are not opened': [['electron/a.ts', 'window.webContents.openDevTools()']],
  'keys are never kept in clear': [
    ['electron/a.ts', 'safeStorage.setUsePlainTextEncryption(true)'],
    ['electron/b.ts', "safeStorage.encryptString('key')"],
  ],
  'no Node is started beside Electron': [['electron/a.ts', "import { fork } from 'node:child_process'"]],
  'text does not become program': [
    ['renderer/a.ts', "eval('1')"],
    ['renderer/b.ts', "new Function('return 1')()"],
    ['hub/a.ts', "setTimeout('work()', 10)"],
    ['hub/b.ts', "globalThis['eval']('1')"],
  ],
  'text does not become markup': [
    ['renderer/a.ts', 'element.innerHTML = text'],
    ['renderer/b.tsx', 'const view = <p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['renderer/c.ts', "element.insertAdjacentHTML('beforeend', text)"],
    ['renderer/d.ts', 'document.write(text)'],
    ['renderer/e.ts', "element['outerHTML'] = text"],
  ],
  'nothing is said to whatever page there is': [['renderer/a.ts', "parent.postMessage(caseload, '*')"]],
  'what the page keeps readable is named here': [['renderer/a.ts', "localStorage.setItem('name', name)"]],
  'the policy allows nothing unsafe': [['hub/a.ts', `const policy = "script-src 'self' 'unsafe-inline'"`]],
  'certificates are checked': [
    ['hub/a.ts', 'const tls = { rejectUnauthorized: false }'],
    ['electron/a.ts', 'session.setCertificateVerifyProc((_, done) => done(0))'],
  ],
}

/** What the rules must let pass. */
export const harmless: readonly (readonly [file: string, source: string])[] = [
  ['hub/a.ts', 'console.log(`http://127.0.0.1:\u0024{port}/`)'],
  ['hub/b.ts', "const plain = url.protocol === 'http:' && isLoopback(url)"],
  ['renderer/a.tsx', "const ns = 'http://www.w3.org/2000/svg'"],
  ['renderer/b.ts', '// element.innerHTML = text\nsetTimeout(() => work(), 10)'],
  ['electron/ipc.ts', 'ipcMain.handle(`desk:\u0024{name}`, answer)'],
  [
    'electron/main.ts',
    "import { ipcMain, shell } from 'electron'\nanswerChannels(ipcMain)\nconst open = browserOpener(shell)",
  ],
  ['electron/browser-opener.ts', 'shell.openExternal(url)'],
  [
    'electron/preload.ts',
    "import { ipcRenderer } from 'electron'\nconst bridge = { ask: () => ipcRenderer.invoke('desk:ask') } satisfies Bridge\n" +
      "ipcRenderer.on('desk:pokes', (_event, poke) => tell(poke))\ncontextBridge.exposeInMainWorld('desk', bridge)",
  ],
  ['electron/a.ts', 'const names = Object.keys(channels) as ChannelName[]'],
]
