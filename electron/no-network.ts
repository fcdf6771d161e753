import type { Session } from 'electron'
import { isOwn } from './page-address.ts'

interface Guarded {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
}

// What is in the page itself, and the tools of whoever builds the desk: none of it leaves the machine.
const inside: readonly string[] = ['data:', 'blob:', 'devtools:']

/**
 * The page has no network of its own, whatever it is made to do: the policy forbids it inside of the page, and this
 * outside, where a page that was taken over cannot reach. The hub is spoken to in another session.
 */
export function keepOffNetwork({ webRequest }: Guarded): void {
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isInside(url) }))
}

function isInside(address: string): boolean {
  return isOwn(address) || inside.includes(URL.parse(address)?.protocol ?? '')
}
