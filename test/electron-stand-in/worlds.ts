import { spellingSide } from './spelling-world.ts'
import { unwire, wire } from './wire.ts'

/** The world that the preload script runs in, apart from the page's. */
export const PRELOAD_WORLD = 'Electron Isolated Context'
/** The only way out of it, to the main process. */
export const SEND = 'standInSend'
/** The only way into it. */
export const RECEIVE = 'standInReceive'

// The two worlds share the document and nothing else, so what crosses are events on it with text in them. Their
// name is random: a page cannot make them up. (Electron's own bridge is native code; this imitates what it does:
// values are copied, functions become proxies, and nothing else of the preload's world can be reached.)

const shared = `
  const wire = ${wire}
  const unwire = ${unwire}
  const base64 = { toBase64: bytes => bytes.toBase64(), fromBase64: text => Uint8Array.fromBase64(text) }
  const tell = (kind, data) => document.dispatchEvent(new CustomEvent(secret + kind, { detail: JSON.stringify(data) }))
  const hear = (kind, listener) => document.addEventListener(secret + kind, event => listener(JSON.parse(event.detail)))
`

/** Runs in the page's own world, before anything of the page. */
export const pageSide = (secret: string) => `(secret => {
  if (window !== window.top) return
  ${shared}
  const waiting = new Map(), callbacks = []
  let calls = 0
  const codec = { ...base64, wireFunction: value => callbacks.push(value) - 1, unwireFunction: null }
  const proxy = (api, name) => (...args) => {
    const call = ++calls
    const given = wire(args, codec)
    return new Promise((done, fail) => {
      waiting.set(call, { done, fail })
      tell('call', { call, api, name, given })
    })
  }
  hear('expose', ({ api, names }) => {
    if (api in window) return
    const value = Object.freeze(Object.fromEntries(names.map(name => [name, proxy(api, name)])))
    Object.defineProperty(window, api, { value, enumerable: true })
  })
  hear('reply', ({ call, value, problem }) => {
    const { done, fail } = waiting.get(call)
    waiting.delete(call)
    if (problem === undefined) done(unwire(value, codec))
    else fail(new Error(problem))
  })
  hear('callback', ({ number, given }) => callbacks[number](...unwire(given, codec)))
  tell('ready', {})
})(${JSON.stringify(secret)})`

/** Runs in the preload's world: first the part of Electron that a sandboxed preload has, then the preload. */
export const preloadSide = (secret: string, preload: string) => `(secret => {
  if (window !== window.top) return
  ${shared}
  const apis = new Map(), answers = new Map(), listeners = new Map()
  let asked = 0
  const callback = number => (...args) => tell('callback', { number, given: wire(args, codec) })
  const codec = { ...base64, wireFunction: null, unwireFunction: callback }
  const strict = (name, part) => new Proxy(part, { get(target, key) {
    if (key in target) return target[key]
    throw new Error('The stand-in for Electron has no ' + name + '.' + String(key) + '.')
  } })
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(api, value) {
      for (const [name, part] of Object.entries(value))
        if (typeof part !== 'function') throw new Error('The stand-in exposes functions only, not ' + name + '.')
      if (apis.has(api)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      apis.set(api, value)
      tell('expose', { api, names: Object.keys(value) })
    },
  })
  const ipcRenderer = strict('ipcRenderer', {
    invoke(channel, ...args) {
      const ask = ++asked
      return new Promise((done, fail) => {
        const given = wire(args, codec)
        answers.set(ask, { done, fail })
        globalThis.${SEND}(JSON.stringify({ ask, channel, given }))
      })
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
  })
  ${spellingSide(SEND)}
  globalThis.${RECEIVE} = message => {
    if ('replaceMisspelling' in message) return replaceMisspelling(message.replaceMisspelling)
    if ('channel' in message) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...unwire(message.given, codec))
      return
    }
    const { done, fail } = answers.get(message.ask)
    answers.delete(message.ask)
    if (message.problem === undefined) done(unwire(message.value, codec))
    else fail(new Error(message.problem))
  }
  hear('ready', () => {
    for (const [api, value] of apis) tell('expose', { api, names: Object.keys(value) })
  })
  hear('call', async ({ call, api, name, given }) => {
    try {
      tell('reply', { call, value: wire(await apis.get(api)[name](...unwire(given, codec)), codec) })
    } catch (problem) {
      tell('reply', { call, problem: String(problem?.message ?? problem) })
    }
  })
  const require = name => {
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer, webFrame })
    throw new Error('A sandboxed preload script cannot require ' + name + '.')
  }
  ;(function (require, module, exports) { ${preload}
  })(require, { exports: {} }, {})
})(${JSON.stringify(secret)})`
