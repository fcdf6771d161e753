import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../hub/app.ts'
import { Refusal } from '../../hub/import/refusal.ts'
import { listeningOf } from '../../hub/listening.ts'
import { startHub } from '../../hub/serve.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import { aCaseGroup } from '../make/a-case-group.ts'
import { anEnvelope } from '../make/a-command.ts'
import { aHub, type TestHub } from './support/a-hub.ts'

const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'

let hub: TestHub
let folder: string

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
  folder = await mkdtemp(join(tmpdir(), 'desk-tls-'))
})
afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

const file = (name: string) => join(folder, name)
// Only OpenSSL makes a certificate here.
const canCertify = spawnSync('openssl', ['version']).status === 0
const signIn = JSON.stringify({ staffNumber: 'N1-lead', device: DEVICE })

describe('where a hub listens', () => {
  it('is this machine alone, unless it speaks TLS', () => {
    expect(listeningOf({})).toMatchObject({ host: '127.0.0.1', names: ['127.0.0.1'], tls: undefined })
    expect(() => listeningOf({ host: '0.0.0.0' })).toThrow(/over TLS only/)
    for (const proxy of ['loopback', '10.1.2.3', '10.1.0.0/16,loopback', 'fd00::/8'])
      expect(listeningOf({ proxy }).proxy).toBe(proxy)
    for (const proxy of ['', 'true', 'proxy.example', '10.1.2.3/33', '0.0.0.0/0', '10.1.2.3,'])
      expect(() => listeningOf({ proxy })).toThrow(/not where a proxy can be/)
    expect(() => listeningOf({ certFile: file('none') })).toThrow(/needs both/)
    expect(() => listeningOf({ certFile: file('none'), keyFile: file('none') })).toThrow(Refusal)
  })

  it.runIf(canCertify)(
    'can be everywhere over TLS: browsers are told to stay with it, and the cookie never goes in clear',
    async () => {
      const names = ['-keyout', file('key.pem'), '-out', file('cert.pem'), '-subj', '/CN=localhost']
      const args = [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ]
      execFileSync('openssl', [...args, ...names], { stdio: 'ignore' })
      const reached = { host: '0.0.0.0', certFile: file('cert.pem'), keyFile: file('key.pem') }
      const running = await startHub({ databaseUrl: hub.url, demo: true, deskFolder: null, reached })
      expect(running.origin).toBe(`https://0.0.0.0:${running.port}`)
      const { tls } = listeningOf(reached)
      const options = {
        host: 'localhost',
        port: running.port,
        ca: tls?.cert,
        method: 'POST',
        path: '/session/demo',
      }
      const asked = request({ ...options, headers: { 'content-type': 'application/json' } }).end(signIn)
      const [reply] = await once(asked, 'response')
      expect([reply.statusCode, reply.headers['strict-transport-security']]).toEqual([
        200,
        'max-age=31536000; includeSubDomains',
      ])
      expect(reply.headers['set-cookie'][0]).toMatch(/; Secure/)
      reply.resume()
      await running.close()
    },
  )
})

describe('a hub behind a proxy', () => {
  const forwarded = {
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-proto': 'https',
    'content-type': 'application/json',
  }
  const ask = async (proxy: string | undefined, more: object = {}) => {
    const log = pino({ level: 'silent' })
    const limits = { address: 2, person: 100, lag: 1000, heap: 1 }
    const app = await buildApp({
      database: hub.database,
      demo: true,
      deskFolder: null,
      log,
      limits,
      proxy,
    })
    const answers = []
    for (const last of [7, 7, 7, 8]) {
      const headers = { ...forwarded, 'x-forwarded-for': `192.0.2.${last}` }
      answers.push(
        await app.inject({ method: 'POST', url: '/session/demo', headers, payload: signIn, ...more }),
      )
    }
    await app.close()
    return {
      statuses: answers.map(({ statusCode }) => statusCode),
      cookie: String(answers[0]?.headers['set-cookie']),
    }
  }

  it('counts the desks apart and knows that they came over TLS', async () => {
    const { statuses, cookie } = await ask('loopback,10.1.0.0/16')
    expect(statuses).toEqual([200, 200, 429, 200])
    expect(cookie).toMatch(/; Secure/)
  })

  it('believes nobody else, and without it nobody at all', async () => {
    const { statuses, cookie } = await ask(undefined)
    expect(statuses).toEqual([200, 200, 429, 429])
    expect(cookie).not.toMatch(/; Secure/)
    expect((await ask('loopback', { remoteAddress: '198.51.100.1' })).statuses).toEqual([200, 200, 429, 429])
  })
})

describe('a hub that is told to stop', () => {
  it('answers the push that is under way first, however long it takes, and then nobody', async () => {
    const running = await startHub({ databaseUrl: hub.url, demo: true, deskFolder: null })
    const post = (path: string, body: string, cookie = '') =>
      fetch(running.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body,
      })
    const [cookie = ''] = (await post('/session/demo', signIn)).headers.getSetCookie()[0]?.split(';') ?? []
    const args = { masterCaseNumber: '10000001', team: 'N1', holder: 'N1-2' }
    const commands = [
      { seq: 1, envelope: anEnvelope('allocate-case-group', args, { team: 'N1', holder: 'N1-1' }) },
    ]
    const message = { protocol: PROTOCOL, staffNumber: 'N1-lead', clientId: DEVICE, commands }
    let pushed: Promise<Response> | undefined
    let closed: Promise<void> | undefined
    // Somebody holds the version, so that the push waits for longer than idle connections are left open.
    await hub.database.db.transaction().execute(async tx => {
      await sql`SELECT 1 FROM hub_version FOR UPDATE`.execute(tx)
      pushed = post('/sync/push', JSON.stringify(message), cookie)
      await expect.poll(waiting).toBe(true)
      closed = running.close()
      await expect
        .poll(() =>
          fetch(`${running.origin}/health`).then(
            () => 'answers',
            () => 'gone',
          ),
        )
        .toBe('gone')
      await new Promise(done => setTimeout(done, 700))
    })
    expect(await (await pushed)?.json()).toEqual({ protocol: PROTOCOL, lastSeq: 1 })
    await closed
  })
})

async function waiting(): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(
      hub.database.db,
    )
  return rows.length > 0
}
