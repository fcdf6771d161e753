/** Where the desk's page lives: the only address that is shown, trusted or navigated to. */
export const SCHEME = 'app'
export const HOST = 'bundle'
export const PAGE = `${SCHEME}://${HOST}/`

/**
 * Whether an address is of the desk's own files. Scheme and host are compared, never `origin`: for a scheme of
 * one's own Node's URL says "null" there, the same for everybody.
 */
export function isOwn(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && !url.username && !url.password
}

/** Whether an address is the desk's page itself: the place in it (the hash) may be any. */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    isOwn(address) && url !== null && ['', '/', '/index.html'].includes(url.pathname) && url.search === ''
  )
}
