import { randomUUID } from 'node:crypto'

export type Ask = <Reply>(path: string, body: object) => Promise<Reply>

/** The hub answered, and not what was asked for. */
export class Unwelcome extends Error {
  readonly status: number

  constructor(path: string, status: number, words: string) {
    super(`${path} was answered ${status}: ${words}`)
    this.status = status
  }
}

/** Speaks to a hub for a person at a device of his own. */
export async function signedIn(origin: string, staffNumber: string): Promise<Ask> {
  let cookie = ''
  const ask: Ask = async (path, body) => {
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Unwelcome(path, response.status, await response.text())
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return (await response.json()) as never
  }
  await ask('/session/demo', { staffNumber, device: randomUUID() })
  return ask
}
