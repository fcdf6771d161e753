import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchTransport } from '../../../renderer/home/fetch-transport.ts'

// A hub on the loopback that says one piece after the other; only what waits for it has a clock that is set by hand.

let server: Server
let origin: string
let replies: ServerResponse[]

beforeEach(async () => {
  replies = []
  server = createServer((_, reply) => void replies.push(reply))
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function asked(): Promise<{ reply: ServerResponse; body: Promise<string> }> {
  const response = fetchTransport(() => null).request('GET', `${origin}/`)
  const body = response.then(({ body }) => new TextDecoder().decode(body))
  body.catch(() => {})
  await vi.waitFor(() => expect(replies).toHaveLength(1))
  return { reply: replies[0] as ServerResponse, body }
}

/** So many seconds later, with time for what is on its way to arrive. */
async function wait(seconds: number): Promise<void> {
  for (let at = 0; at < 50; at++) await new Promise(setImmediate)
  await vi.advanceTimersByTimeAsync(seconds * 1000)
}

describe('a request', () => {
  it('takes a long page gzipped', async () => {
    const { reply, body } = await asked()
    expect(reply.req.headers.accept).toContain('application/gzip')
    reply.end('{}')
    await body
  })
})

describe('a reply', () => {
  it('may take as long as it likes while it comes', async () => {
    const { reply, body } = await asked()
    for (const piece of ['a', 'b', 'c', 'd']) {
      reply.write(piece)
      await wait(15)
    }
    reply.end('e')
    expect(await body).toBe('abcde')
  })

  it('is none once nothing of it came for twenty seconds', async () => {
    const { reply, body } = await asked()
    reply.write('a')
    await wait(15)
    reply.write('b')
    await wait(21)
    await expect(body).rejects.toThrow('aborted')
  })
})
