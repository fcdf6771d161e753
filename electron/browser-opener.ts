import type { Shell } from 'electron'
import type { OpenInBrowser } from './provider-sign-in.ts'

/**
 * Opens an address in the system's own browser where it is of the origin that is expected, exactly, and nothing else
 * ever: the system has a program for every scheme, and a path of this machine is an address too.
 */
export function browserOpener(shell: Pick<Shell, 'openExternal'>): OpenInBrowser {
  return async (address, origin) => {
    if (!isAt(address, origin)) throw new Error('That address is not of the identity provider.')
    await shell.openExternal(address)
  }
}

export function isAt(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, origin: its, href } = new URL(address)
  return (
    ['https:', 'http:'].includes(protocol) && username + password === '' && its === origin && href === address
  )
}
