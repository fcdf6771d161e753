import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach } from 'vitest'
import { browserHome } from '../../../renderer/home/browser-home.ts'
import type { DeskHome, HubResponse } from '../../../renderer/home/home.ts'
import { staff } from '../../make/an-organisation.ts'

export const [one, other] = [staff('9001'), staff('9002')]
export const key = Buffer.alloc(32, 5).toString('base64')
export const session = (deviceKey = key) => ({
  staffNumber: one,
  name: 'Aoife',
  demo: true,
  deviceKey,
  cacheKey: key,
  idleSeconds: 900,
  secondsLeft: 43_200,
})

export interface Browser {
  indexedDB: IDBFactory
  /** Its other store; null: it has none. */
  second: IDBFactory | null
  /** How often it does not open before it does. */
  secondFails: number
  /** It does not answer at all. */
  secondHangs: boolean
  stored: Map<string, string>
  /** What the hub was asked. */
  asked: unknown[]
  /** What it was told of the hand with each. */
  hands: (string | null)[]
  /** What it answers next. */
  answers: (readonly [status: number, body: unknown] | Error)[]
  /** A page of the desk in it. */
  readonly open: () => DeskHome
}

/** A new browser for each test, and a hub that answers as it is told. */
export function aBrowser(): Browser {
  const browser: Browser = {
    indexedDB: new IDBFactory(),
    second: null,
    secondFails: 0,
    secondHangs: false,
    stored: new Map(),
    asked: [],
    hands: [],
    answers: [],
    open: () => homeIn(browser),
  }
  beforeEach(() => {
    Object.assign(browser, {
      indexedDB: new IDBFactory(),
      second: null,
      secondFails: 0,
      secondHangs: false,
      stored: new Map(),
      asked: [],
      hands: [],
      answers: [],
    })
  })
  return browser
}

const homeIn = (browser: Browser) =>
  browserHome({
    indexedDB: browser.indexedDB,
    async secondIndexedDB() {
      if (browser.secondFails-- > 0) throw new DOMException('It does not open.', 'UnknownError')
      return browser.secondHangs ? new Promise(() => {}) : browser.second
    },
    IDBKeyRange,
    storage: {
      getItem: name => browser.stored.get(name) ?? null,
      setItem: (name, value) => void browser.stored.set(name, value),
      removeItem: name => void browser.stored.delete(name),
    },
    transport: hand => ({
      async request(...request): Promise<HubResponse> {
        browser.asked.push(request)
        browser.hands.push(hand())
        const answer = browser.answers.shift()
        if (!answer || answer instanceof Error) throw answer ?? new Error('No network.')
        const [status, body] = answer
        return { status, body: new TextEncoder().encode(JSON.stringify(body)), retryAfter: null }
      },
      pokes: () => () => {},
    }),
  })

export const record = (of: number) => ({ key: of, sealed: new Uint8Array([of, 2, 3]) })
