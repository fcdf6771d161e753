import { randomUUID } from 'node:crypto'

export type Ask = (path: string, body: unknown) => Promise<unknown>

/** Speaks to a hub for a person at a device of his own. */
export async function signedIn(origin: string, staffNumber: string): Promise<Ask> {
  let cookie = ''
  const ask: Ask = async (path, body) => {
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response.json()
  }
  await ask('/session/demo', { staffNumber, device: randomUUID() })
  return ask
}
