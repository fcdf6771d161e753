import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { openDatabase } from '../../../hub/database/database.ts'
import { hubError } from '../../../shared/sync/hub-error.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'

let hub: TestHub
let folder: string

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
  folder = await mkdtemp(join(tmpdir(), 'desk-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Desk</title>')
  await writeFile(join(folder, '.secret'), 'nothing for anybody')
})

afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

const apps: Awaited<ReturnType<typeof buildApp>>[] = []
async function app(options: Partial<Parameters<typeof buildApp>[0]> = {}) {
  const log = pino({ level: 'silent' })
  const made = await buildApp({ database: hub.database, demo: true, deskFolder: folder, log, ...options })
  apps.push(made)
  return made
}
afterAll(async () => {
  for (const made of apps) await made.close()
})

const demoSignIn = {
  method: 'POST',
  url: '/session/demo',
  payload: { staffNumber: 'N1-1', device: DEVICE },
} as const

describe('the hub’s face', () => {
  it('serves the desk under a policy that lets nothing else in', async () => {
    const reply = await (await app()).inject('/')
    expect([reply.statusCode, reply.body]).toEqual([200, '<!doctype html><title>Desk</title>'])
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect((await (await app()).inject('/.secret')).statusCode).toBe(404)
    expect((await (await app()).inject('/../package.json')).statusCode).toBe(404)
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.', '[::1'])(
    'answers nothing to the name %j, whatever it resolves to',
    async host => {
      const reply = await hub.app.inject({ url: '/health', headers: { host } })
      expect(reply.statusCode).toBe(403)
    },
  )

  it.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000'])('answers to %s', async host => {
    expect((await hub.app.inject({ url: '/health', headers: { host } })).statusCode).toBe(200)
  })

  it.each(['http://evil.example', 'http://localhost:1', 'null', 'http://127.0.0.1:80'])(
    'takes no write from a page of %s',
    async origin => {
      const reply = await hub.app.inject({ ...demoSignIn, headers: { origin } })
      expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'not-allowed'])
      expect(reply.cookies).toEqual([])
    },
  )

  it('takes writes from its own page', async () => {
    const reply = await hub.app.inject({
      ...demoSignIn,
      headers: { origin: 'http://localhost:80', host: 'localhost:80' },
    })
    expect(reply.statusCode).toBe(200)
    expect(reply.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['text/plain', '{"staffNumber":"N1-1"}', 415, 'wrong-media-type'],
    ['application/x-www-form-urlencoded', 'staffNumber=N1-1', 415, 'wrong-media-type'],
    ['application/json', '{"staffNumber":', 400, 'bad-request'],
    ['application/json', '', 400, 'bad-request'],
    ['application/json', '[]', 400, 'bad-request'],
    ['application/json', '{"__proto__":{"demo":true}}', 400, 'bad-request'],
    ['application/json', `{"staffNumber":"N1-1","device":"${DEVICE}","role":"it"}`, 400, 'bad-request'],
    ['application/json', `{"staffNumber":11,"device":"${DEVICE}"}`, 400, 'bad-request'],
    ['application/json', `{"staffNumber":"N1\\u0000","device":"${DEVICE}"}`, 400, 'bad-request'],
    [
      'application/json',
      JSON.stringify({ staffNumber: 'x'.repeat(20_000), device: DEVICE }),
      413,
      'too-large',
    ],
  ])('refuses %s %s', async (type, payload, status, code) => {
    const reply = await hub.app.inject({
      method: 'POST',
      url: '/session/demo',
      headers: { 'content-type': type },
      payload,
    })
    expect([reply.statusCode, reply.json().error.code]).toEqual([status, code])
  })

  it('tells apart what is not there and what cannot be done there', async () => {
    const answers = [
      ['GET', '/nothing', 404],
      ['POST', '/health', 405],
      ['GET', '/sync/push', 405],
      ['PUT', '/session', 405],
      ['TRACE', '/health', 405],
      ['GET', '/.git/config', 404],
      ['GET', '/metrics', 404],
      ['POST', '/*x', 404],
    ] as const
    for (const [method, url, status] of answers) {
      const reply = await hub.app.inject({ method: method as 'GET', url })
      expect([method, url, reply.statusCode]).toEqual([method, url, status])
      expect(hubError.safeParse(reply.json()).success).toBe(true)
    }
  })

  it.each(['/%', '/%ff/SECRET', '/%00', '/..%2f..%2fpackage.json', '//evil.example/', '/sync/pull?SECRET'])(
    'answers %s with nothing but a code and a sentence',
    async url => {
      const reply = await (await app()).inject(url)
      expect(reply.statusCode).toBeGreaterThanOrEqual(400)
      expect(hubError.strict().safeParse(reply.json()).success).toBe(true)
      expect(reply.body).not.toContain('SECRET')
    },
  )

  it('tells a client of another protocol so, whatever else it sent', async () => {
    const { ask } = await aClient(hub.app, 'N1-1')
    for (const path of ['/sync/push', '/sync/pull']) {
      const answer = await ask('POST', path, { protocol: 2, tomorrow: true })
      expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([409, 'other-protocol'])
    }
  })

  it('asks for a session everywhere but where one begins', async () => {
    const closed = [
      ['GET', '/session'],
      ['DELETE', '/session'],
      ['POST', '/sync/push'],
      ['POST', '/sync/pull'],
      ['GET', '/sync/pokes'],
    ] as const
    for (const [method, url] of closed) {
      const payload = method === 'POST' ? { payload: { protocol: 1 } } : {}
      const reply = await hub.app.inject({ method, url, cookies: { 'desk-session': 'made-up' }, ...payload })
      expect([url, reply.statusCode]).toEqual([url, 401])
    }
  })

  it('offers no sign-in without proof unless it is for demonstration', async () => {
    const strict = await app({ demo: false })
    expect((await strict.inject(demoSignIn)).statusCode).toBe(404)
    const people = { method: 'POST', url: '/demo/people', payload: { words: '' } } as const
    expect((await strict.inject(people)).statusCode).toBe(404)
    expect((await strict.inject('/health')).json()).toEqual({
      status: 'ok',
      protocol: 1,
      demo: false,
      provider: null,
    })
  })

  it.each(['53100', '53200', '53300'])(
    'asks to come again later while its database has no room left (%s), and does not say why',
    async code => {
      const { pool } = hub.database
      await pool.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file "base/1/SECRET": no space' USING ERRCODE = '${code}'; END $$`)
      await pool.query('CREATE TRIGGER full_disk BEFORE INSERT ON session EXECUTE FUNCTION full_disk()')
      const reply = await (await app()).inject(demoSignIn)
      await pool.query('DROP FUNCTION full_disk CASCADE')
      expect([reply.statusCode, reply.json().error.code]).toEqual([503, 'busy'])
      expect(reply.body).not.toMatch(/SECRET|space/)
    },
  )

  it('asks to come again later while its database cannot be reached', async () => {
    const away = openDatabase('postgres://desk:SECRET@127.0.0.1:1/desk')
    const waiting = await app({ database: { ...hub.database, db: away.db } })
    const reply = await waiting.inject('/health')
    expect([reply.statusCode, reply.json().error.code]).toEqual([503, 'busy'])
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect(reply.body).not.toMatch(/SECRET|ECONN/)
    await away.close()
  })

  it('says nothing of itself or of anybody when it fails', async () => {
    const broken = { ...hub.database, db: hub.database.db.withSchema('no_such_schema_SECRET') }
    const failing = await app({ database: broken as never })
    const reply = await failing.inject(demoSignIn)
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toMatch(/SECRET|schema|select|at /)
  })
})

describe('what is no HTTP', () => {
  const host = 'Host: localhost'
  const twice = 'Content-Length: 2\r\nTransfer-Encoding: chunked'
  it.each([
    ['is a word', 'SECRET\r\n\r\n'],
    ['has no host', 'GET /health HTTP/1.1\r\n\r\n'],
    ['has a head without end', `GET /health HTTP/1.1\r\n${host}\r\nX: ${'SECRET'.repeat(20_000)}\r\n\r\n`],
    ['has two lengths', `POST /session/demo HTTP/1.1\r\n${host}\r\n${twice}\r\n\r\n{}SECRET`],
    ['has a line in a header', `GET /health HTTP/1.1\r\n${host}\r\nSECRET\r\n\r\n`],
    ['follows a request', `GET /health HTTP/1.1\r\n${host}\r\n\r\n\0SECRET\r\n\r\n`],
  ])('and %s is answered from the closed list, and the line is closed', async (_, bytes) => {
    const speaking = await app()
    await speaking.listen({ host: '127.0.0.1', port: 0 })
    const answer = await said((speaking.server.address() as AddressInfo).port, bytes)
    const [, body] = answer.slice(answer.lastIndexOf('HTTP/1.1 4')).split('\r\n\r\n')
    // Of a missing host Node itself says nothing but the status.
    if (body?.startsWith('{')) expect(hubError.strict().safeParse(JSON.parse(body)).success).toBe(true)
    expect(answer).toMatch(/HTTP\/1\.1 4\d\d /)
    expect(answer).not.toContain('SECRET')
  })
})

/** All that is answered to these bytes until the line is closed. */
async function said(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}
