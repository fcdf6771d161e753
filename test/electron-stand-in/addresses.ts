const SUFFIX = '.app.invalid'

/** Chromium alone does not know `app://`: there such an address is one of https, on a name that cannot exist. */
export function toChromium(address: string): string {
  const url = new URL(address)
  if (url.protocol !== 'app:') return address
  return `https://${url.host}${SUFFIX}${url.pathname}${url.search}${url.hash}`
}

export function fromChromium(address: string): string {
  const url = new URL(address)
  if (url.protocol !== 'https:' || !url.host.endsWith(SUFFIX)) return address
  return `app://${url.host.slice(0, -SUFFIX.length)}${url.pathname}${url.search}${url.hash}`
}
