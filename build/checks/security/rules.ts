import ts from 'typescript'
import { calledName, nameOf, type Place, property, textOf, uses } from './syntax.ts'

/** What no source may do, or only at one place. */
export interface Rule {
  readonly name: string
  /** The files that it is about. */
  readonly of: RegExp
  breaks(place: Place): boolean
  /** How many places may do so, and in which file; none is the rule. */
  readonly once?: RegExp
}

const everywhere = /^(shared|hub|renderer|electron)\//
const desktop = /^electron\//
const page = /^renderer\//
const preload = /^electron\/preload\.ts$/

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)/

/** Addresses in clear that a text holds, but those of this machine. The name of a vocabulary is no address. */
function inClear(text: string): boolean {
  return text
    .split(/\b(?:http|ws|ftp):\/\//i)
    .slice(1)
    .some(rest => !LOOPBACK.test(rest) && !rest.startsWith('www.w3.org/'))
}

const preferences: Readonly<Record<string, string>> = {
  sandbox: 'false',
  contextIsolation: 'false',
  webSecurity: 'false',
  nodeIntegration: 'true',
  nodeIntegrationInWorker: 'true',
  nodeIntegrationInSubFrames: 'true',
  webviewTag: 'true',
  allowRunningInsecureContent: 'true',
  experimentalFeatures: 'true',
}

const privileges = new Set(['corsEnabled', 'bypassCSP', 'allowServiceWorkers', 'allowExtensions'])

const names = (...list: readonly string[]) => {
  const set = new Set(list)
  return ({ node }: Place) => uses(node, set)
}

const says =
  (pattern: RegExp) =>
  ({ node }: Place) => {
    const text = textOf(node)
    return text !== undefined && pattern.test(text)
  }

const calls =
  (...list: readonly string[]) =>
  ({ node }: Place) =>
    list.includes(calledName(node) ?? '')

export const rules: readonly Rule[] = [
  {
    name: 'nothing is asked in clear but of this machine',
    of: everywhere,
    breaks: ({ node }) => inClear(textOf(node) ?? ''),
  },
  {
    name: 'no page from file://',
    of: everywhere,
    breaks: place => says(/\bfile:\/\//i)(place) || calls('loadFile')(place),
  },
  { name: 'windows keep their safe preferences', of: desktop, breaks: breaksPreference },
  { name: 'the sandbox is never switched off', of: everywhere, breaks: says(/no-sandbox/) },
  {
    name: 'the scheme has no further privilege',
    of: desktop,
    breaks: ({ node }) => privileges.has(property(node)?.[0] ?? ''),
  },
  { name: 'no window opens another', of: desktop, breaks: ({ node }) => isAllowing(property(node)) },
  {
    name: 'ipcMain is spoken to at one place',
    of: desktop,
    breaks: isSpokenTo('ipcMain'),
    once: /^electron\/ipc\.ts$/,
  },
  {
    name: 'addresses are opened elsewhere at one place',
    of: desktop,
    breaks: calls('openExternal'),
    once: /^electron\/browser-opener\.ts$/,
  },
  { name: 'the preload exposes one thing', of: desktop, breaks: calls('exposeInMainWorld'), once: preload },
  { name: 'what is exposed is written out', of: preload, breaks: exposesUnseen },
  { name: 'ipcRenderer does not leave the preload', of: preload, breaks: escapes },
  { name: 'nothing is cast past its type', of: desktop, breaks: castsAway },
  { name: 'what is tested is what is shipped', of: everywhere, breaks: names('NODE_ENV') },
  { name: 'no crash is sent anywhere', of: desktop, breaks: names('crashReporter') },
  {
    name: 'the desk does not update itself',
    of: everywhere,
    breaks: place => names('autoUpdater')(place) || says(/^electron-updater/)(place),
  },
  {
    name: 'the desk answers no address of its own',
    of: desktop,
    breaks: names('setAsDefaultProtocolClient'),
  },
  { name: 'developer tools are not opened', of: desktop, breaks: names('openDevTools') },
  {
    name: 'keys are never kept in clear',
    of: desktop,
    breaks: names('setUsePlainTextEncryption', 'encryptString', 'decryptString'),
  },
  {
    name: 'no Node is started beside Electron',
    of: desktop,
    breaks: says(/^(node:)?(child_process|cluster)$/),
  },
  { name: 'text does not become program', of: everywhere, breaks: runsText },
  { name: 'text does not become markup', of: page, breaks: makesMarkup },
  { name: 'nothing is said to whatever page there is', of: everywhere, breaks: saysToAnybody },
  { name: 'what the page keeps readable is named here', of: page, breaks: keepsReadable },
  { name: 'the policy allows nothing unsafe', of: everywhere, breaks: says(/unsafe-(inline|eval|hashes)/) },
  { name: 'certificates are checked', of: everywhere, breaks: trustsAnybody },
]

function breaksPreference({ node }: Place): boolean {
  const [name, value] = property(node) ?? ['', '']
  return name === 'enableBlinkFeatures' || preferences[name] === value
}

function isAllowing(found: ReturnType<typeof property>): boolean {
  return found?.[0] === 'action' && found[1].includes('allow')
}

function isSpokenTo(name: string) {
  return ({ node }: Place) =>
    (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
    nameOf(node.expression) === name
}

// Of a constant in the same file that is an object of functions: the page gets what is read there and no more.
function exposesUnseen({ node }: Place): boolean {
  if (!ts.isCallExpression(node) || calledName(node) !== 'exposeInMainWorld') return false
  const [, exposed] = node.arguments
  const written = exposed && ts.isIdentifier(exposed) ? constant(node.getSourceFile(), exposed.text) : exposed
  return !written || !ts.isObjectLiteralExpression(written) || !written.properties.every(isNamedFunction)
}

function constant(file: ts.SourceFile, name: string): ts.Expression | undefined {
  const declared = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
  const value = declared.find(one => one.name.getText() === name)?.initializer
  return value && ts.isSatisfiesExpression(value) ? value.expression : value
}

function isNamedFunction(node: ts.ObjectLiteralElementLike): boolean {
  if (ts.isMethodDeclaration(node)) return ts.isIdentifier(node.name)
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ts.isArrowFunction(node.initializer)
}

/** `ipcRenderer` as a value, or a listener that is handed to it and would be given the event. */
function escapes({ node }: Place): boolean {
  if (!ts.isIdentifier(node) || node.text !== 'ipcRenderer' || ts.isImportSpecifier(node.parent)) return false
  const access = node.parent
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent)) return true
  if (access.parent.expression !== access) return true
  if (access.name.text === 'invoke') return false
  const [, listener] = access.parent.arguments
  return access.name.text !== 'on' || !listener || !ts.isArrowFunction(listener)
}

function castsAway({ node }: Place): boolean {
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return false
  return /^(any|WebPreferences|BrowserWindowConstructorOptions)$/.test(node.type.getText())
}

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])

function runsText({ node }: Place): boolean {
  const called = calledName(node)
  if (called === 'Function' || called === 'eval') return true
  if (!ts.isCallExpression(node) || !timers.has(called ?? '')) return false
  const [work] = node.arguments
  return work !== undefined && (textOf(work) !== undefined || ts.isBinaryExpression(work))
}

const markup = new Set([
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'dangerouslySetInnerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
])

function makesMarkup({ node }: Place): boolean {
  if (markup.has(property(node)?.[0] ?? '')) return true
  if (uses(node, markup) && !ts.isPropertyAssignment(node.parent) && !ts.isJsxAttribute(node.parent))
    return true
  const writes = ts.isCallExpression(node) && /^document\.write(ln)?$/.test(node.expression.getText())
  return writes
}

// Light or dark, the device's number, instants: nothing about anybody.
const readable = /^renderer\/(store\/settings|home\/browser-home|desk\/(lock-notice|looked|told))\.ts$/

function keepsReadable({ file, node }: Place): boolean {
  return !readable.test(file) && uses(node, new Set(['localStorage', 'sessionStorage']))
}

function saysToAnybody({ node }: Place): boolean {
  return (
    ts.isCallExpression(node) &&
    calledName(node) === 'postMessage' &&
    node.arguments.some(each => textOf(each) === '*')
  )
}

function trustsAnybody({ node }: Place): boolean {
  const [name, value] = property(node) ?? ['', '']
  if (name === 'rejectUnauthorized' && value === 'false') return true
  return uses(node, new Set(['NODE_TLS_REJECT_UNAUTHORIZED', 'setCertificateVerifyProc']))
}
