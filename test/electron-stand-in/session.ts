import type { Session, WebRequest } from 'electron'
import { cookieJar } from './cookie-jar.ts'
import { strict } from './strict.ts'

type Partition = Pick<Session, 'fetch' | 'cookies'>
type Default = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'allowNTLMCredentialsForDomains'
  | 'webRequest'
>
type BeforeRequest = Exclude<Parameters<WebRequest['onBeforeRequest']>[0], null>

let beforeRequest: BeforeRequest | undefined

/** Whether the main process lets the page ask for an address. */
export function isLetThrough(url: string): boolean {
  let cancelled = false
  beforeRequest?.({ url } as Parameters<BeforeRequest>[0], ({ cancel = false }) => {
    cancelled = cancel
  })
  return !cancelled
}

const partitions = new Map<string, Partition>()

export const session = strict('session', {
  // Playwright grants no permission by itself, so nothing asks these.
  defaultSession: strict<Default>('session.defaultSession', {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    // Its Chromium is of no Windows.
    allowNTLMCredentialsForDomains: () => {},
    // Of its methods the one that is used, in the form that is used.
    webRequest: strict('webRequest', {
      onBeforeRequest(listener: BeforeRequest) {
        beforeRequest = listener
      },
    }) as unknown as WebRequest,
  }),
  fromPartition(name: string): Partition {
    if (name.startsWith('persist:')) throw new Error('The stand-in keeps no sessions on the disk.')
    const partition = partitions.get(name) ?? inMemory()
    partitions.set(name, partition)
    return partition
  },
})

function inMemory(): Partition {
  const jar = cookieJar()
  return strict<Partition>('session', {
    // Of its methods those that are used; the rest is refused by the jar.
    cookies: jar.cookies as Session['cookies'],
    async fetch(input, init) {
      const url = new URL(typeof input === 'string' ? input : input.url)
      const headers = new Headers(init?.headers)
      const cookie = jar.headerFor(url)
      if (cookie) headers.set('cookie', cookie)
      const response = await fetch(url, { ...init, headers })
      jar.take(url, response.headers.getSetCookie())
      return response
    },
  })
}
