import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Listens on loopback, signs a person in there and counts his pokes. */
export async function aStream(base: string, staffNumber: string) {
  const cookie = await signedIn(base, staffNumber)
  const stop = new AbortController()
  const reply = await fetch(`${base}/sync/pokes`, { headers: { cookie }, signal: stop.signal })
  let pokes = 0
  let ended = false
  void (async () => {
    try {
      for await (const chunk of reply.body ?? []) pokes += occurrences(new TextDecoder().decode(chunk))
    } catch {
      // Stopped by the test.
    }
    ended = true
  })()
  return {
    reply,
    cookie,
    count: () => pokes,
    ended: () => ended,
    stop: () => stop.abort(),
  }
}

export async function listening(app: FastifyInstance): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** Waits until it holds; fails when it does not within some seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    if (holds()) return
    await sleep(10)
  }
  throw new Error('It never came to hold.')
}

async function signedIn(base: string, staffNumber: string): Promise<string> {
  const reply = await fetch(`${base}/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ staffNumber, device: randomUUID() }),
  })
  const [cookie] = reply.headers.getSetCookie()
  return cookie?.split(';')[0] ?? ''
}

const occurrences = (text: string) => text.split('data:').length - 1
