import type { Cookie, Cookies } from 'electron'
import { strict } from './strict.ts'

export interface CookieJar {
  readonly cookies: Pick<Cookies, 'get' | 'set' | 'remove'>
  headerFor(url: URL): string
  take(url: URL, setCookie: readonly string[]): void
}

/** Cookies in memory, by host and name; ports do not count, as in a browser. */
export function cookieJar(): CookieJar {
  const held = new Map<string, Cookie & { readonly host: string }>()
  const of = ({ hostname }: URL) => {
    for (const [id, { expirationDate }] of held)
      if (expirationDate !== undefined && expirationDate * 1000 <= Date.now()) held.delete(id)
    return [...held.values()].filter(cookie => cookie.host === hostname)
  }
  const put = ({ hostname }: URL, cookie: Cookie) =>
    held.set(`${hostname} ${cookie.name}`, { ...cookie, host: hostname })
  return {
    cookies: strict('cookies', {
      get: async ({ url, name }) =>
        of(new URL(url ?? '')).filter(cookie => name === undefined || cookie.name === name),
      async set({ url, name = '', value = '', ...rest }) {
        put(new URL(url), { sameSite: 'unspecified', ...rest, name, value })
      },
      async remove(url, name) {
        held.delete(`${new URL(url).hostname} ${name}`)
      },
    }),
    headerFor: url =>
      of(url)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    take(url, setCookie) {
      for (const line of setCookie) put(url, parse(line))
    },
  }
}

function parse(line: string): Cookie {
  const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
  const at = pair.indexOf('=')
  const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), sameSite: 'strict' } as const
  const expirationDate = expiry(attributes)
  return expirationDate === undefined ? cookie : { ...cookie, expirationDate }
}

function expiry(attributes: readonly string[]): number | undefined {
  const read = (name: string) =>
    attributes.find(attribute => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
  const maxAge = read('max-age')
  if (maxAge !== undefined) return Date.now() / 1000 + Number(maxAge)
  const expires = read('expires')
  return expires === undefined ? undefined : Date.parse(expires) / 1000
}
