import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetCookies, restoreCookies, saveCookies } from '../../electron/hub-cookies.ts'
import { type HubTransport, hubTransport } from '../../electron/hub-transport.ts'
import { failed } from '../../electron/reply.ts'
import { session } from '../electron-stand-in/session.ts'
import { type SmallHub, smallHub } from './small-hub.ts'

let hub: SmallHub
let jar: ReturnType<typeof session.fromPartition>
let transport: HubTransport

beforeEach(async () => {
  hub = await smallHub()
  jar = session.fromPartition(hub.url.href)
  transport = hubTransport(jar, hub.url)
})

afterEach(() => hub.stop())

const signIn = () => transport.request('POST', '/session/demo', '{"staffNumber":"1001","device":"d"}')

async function asked(method: 'GET' | 'POST', path: string, body: string | null = null) {
  const reply = await transport.request(method, path, body)
  if (reply.kind === 'failed') throw new Error(reply.code)
  return { ...reply.value, body: new TextDecoder().decode(reply.value.body) }
}

describe('the transport', () => {
  it('carries method, path and body there, status and bytes back', async () => {
    const reply = await asked('POST', '/sync/pull', '{"a":"Siân"}')
    expect(reply).toEqual({ status: 200, body: '{"signedIn":false,"body":{"a":"Siân"}}', retryAfter: null })
    expect((await asked('GET', '/nothing')).status).toBe(404)
  })

  it('takes a long page gzipped', async () => {
    let accepted: string | undefined
    hub.answerNext(response => {
      accepted = response.req.headers.accept
      response.end('{}')
    })
    await asked('POST', '/sync/pull', '1')
    expect(accepted).toContain('application/gzip')
  })

  it('sends the cookie that it was given, which no reply contains', async () => {
    const reply = await signIn()
    expect(JSON.stringify(reply)).not.toContain('secret-of')
    expect((await asked('POST', '/sync/pull', '1')).body).toContain('"signedIn":true')
  })

  it('passes on how long to wait', async () => {
    hub.answerNext(response => void response.writeHead(503, { 'retry-after': '7' }).end())
    expect(await asked('GET', '/busy')).toEqual({ status: 503, body: '', retryAfter: 7 })
  })

  it.each([
    ['breaks off', (response: import('node:http').ServerResponse) => void response.socket?.destroy()],
    [
      'is cut short',
      (response: import('node:http').ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' }).write('half')
        setTimeout(() => response.socket?.destroy(), 20)
      },
    ],
    [
      'leads elsewhere',
      (response: import('node:http').ServerResponse) =>
        void response.writeHead(302, { location: 'http://evil.example/' }).end(),
    ],
    [
      'leads to another place of the hub',
      (response: import('node:http').ServerResponse) =>
        void response.writeHead(307, { location: '/health' }).end(),
    ],
  ])('says that there is no hub when a reply %s', async (_how, answer) => {
    hub.answerNext(answer)
    expect(await transport.request('GET', '/x', null)).toEqual(failed('no-hub'))
  })

  it('waits for a long reply as long as something of it comes, and no longer', async () => {
    const impatient = hubTransport(jar, hub.url, { reply: 1_000, stream: 1_000 })
    const parts = (count: number) => (response: import('node:http').ServerResponse) => {
      response.writeHead(200)
      let left = count
      const timer = setInterval(() => {
        response.write('part')
        left -= 1
        if (left > 0) return
        clearInterval(timer)
        if (count > 1) response.end()
      }, 300)
    }
    hub.answerNext(parts(5))
    expect(await impatient.request('GET', '/slow' as never, null)).toMatchObject({ kind: 'done' })
    hub.answerNext(parts(1))
    expect(await impatient.request('GET', '/silent' as never, null)).toEqual(failed('no-hub'))
  })

  it('says that there is no hub when nobody listens', async () => {
    await hub.stop()
    expect(await transport.request('GET', '/x', null)).toEqual(failed('no-hub'))
    hub = await smallHub()
  })
})

describe('the cookies of the hub', () => {
  it('are given back to the hub that they came from', async () => {
    await signIn()
    const saved = await saveCookies(jar, hub.url)
    const next = session.fromPartition('next start')
    await restoreCookies(next, hub.url, saved)
    await hubTransport(next, hub.url).request('GET', '/again', null)
    expect(hub.heard.at(-1)).toBe('GET /again desk-session=secret-of-1001')
  })

  it('are given to no other host', async () => {
    await signIn()
    const saved = await saveCookies(jar, hub.url)
    const next = session.fromPartition('other hub')
    await restoreCookies(next, new URL('https://hub.example'), saved)
    expect(await next.cookies.get({ url: 'https://hub.example' })).toEqual([])
  })

  it('are forgotten when asked', async () => {
    await signIn()
    await forgetCookies(jar, hub.url)
    expect((await asked('POST', '/sync/pull', '1')).body).toContain('"signedIn":false')
  })
})

describe('the stream of pokes', () => {
  it('tells of each poke, and once of its end', async () => {
    const told: string[] = []
    transport.pokes(
      () => told.push('poked'),
      () => told.push('lost'),
    )
    await until(() => hub.heard.includes('GET /sync/pokes'))
    await new Promise(soon => setTimeout(soon, 50))
    hub.poke()
    await until(() => told.length === 1)
    hub.poke()
    await until(() => told.length === 2)
    hub.endStreams()
    await until(() => told.length === 3)
    expect(told).toEqual(['poked', 'poked', 'lost'])
  })

  it('is lost when the hub refuses it or is not there', async () => {
    hub.answerNext(response => void response.writeHead(401).end())
    await new Promise<void>(lost => transport.pokes(() => {}, lost))
    await hub.stop()
    await new Promise<void>(lost => transport.pokes(() => {}, lost))
    hub = await smallHub()
  })

  it('tells nothing any more once it was ended', async () => {
    const told: string[] = []
    const end = transport.pokes(
      () => told.push('poked'),
      () => told.push('lost'),
    )
    await until(() => hub.heard.includes('GET /sync/pokes'))
    end()
    hub.poke()
    await new Promise(soon => setTimeout(soon, 100))
    expect(told).toEqual([])
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(soon => setTimeout(soon, 5))
}
