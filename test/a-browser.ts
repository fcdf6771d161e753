/** As much of a browser as goes through sign-in pages: it keeps cookies and follows redirects. */
export interface ABrowser {
  /** Where it ends up, and with what status; `until` stops it before it goes there. */
  go(
    url: string,
    until?: (url: URL) => boolean,
  ): Promise<{ readonly at: URL; readonly status: number | null }>
}

const MOST_HOPS = 12

export function aBrowser(): ABrowser {
  const jar = new Map<string, string>()
  return {
    async go(url, until = () => false) {
      let at = new URL(url)
      for (let hop = 0; hop < MOST_HOPS; hop++) {
        if (until(at)) return { at, status: null }
        const cookie = [...jar].map(pair => pair.join('=')).join('; ')
        const reply = await fetch(at, { redirect: 'manual', headers: { cookie } })
        remember(jar, reply)
        const next = reply.headers.get('location')
        if (next === null) return { at, status: reply.status }
        at = new URL(next, at)
      }
      throw new Error('It is sent in circles.')
    },
  }
}

function remember(jar: Map<string, string>, reply: Response): void {
  for (const line of reply.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
}
