// Longer than most: every case needs the same provider, which takes seconds to start.
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { openProvider } from '../../../hub/session/provider.ts'
import { aBrowser } from '../../a-browser.ts'
import {
  AUDIENCE,
  anIdentityProvider,
  CLIENT,
  type IdentityProvider,
  KEY_ID,
  OTHER_AUDIENCE,
} from '../../identity-provider.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const PUBLIC = 'http://127.0.0.1:4870'
const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'

let hub: TestHub
let identity: IdentityProvider
let app: FastifyInstance
let now = Date.parse('2026-11-26T09:00:00Z')

beforeAll(async () => {
  hub = await aHub()
  identity = await anIdentityProvider([`${PUBLIC}/session/callback`])
  app = await hubWith(identity.issuer)
})
afterAll(async () => {
  await app.close()
  await identity.close()
  await hub.close()
})

function hubWith(issuer: string) {
  return buildApp({
    database: hub.database,
    demo: false,
    deskFolder: null,
    log: pino({ level: 'silent' }),
    clock: () => new Date(now).toISOString(),
    provider: openProvider({
      issuer,
      clientId: CLIENT,
      clientSecret: null,
      claim: 'staff_number',
      audience: AUDIENCE,
      publicUrl: PUBLIC,
    }),
  })
}

/** A browser on its way from the hub to the provider; where that sends it back to. */
async function atTheProvider(person: string, change: (url: URL) => void = () => {}) {
  identity.person = person
  const begun = await app.inject(`/session/sign-in?device=${DEVICE}`)
  const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? ''
  const url = new URL(String(begun.headers.location))
  change(url)
  const { at, status } = await aBrowser().go(url.href, ({ href }) => href.startsWith(PUBLIC))
  return { cookie, back: status === null ? at.pathname + at.search : null }
}

const callback = (back: string, cookie: string) => app.inject({ url: back, headers: { cookie } })

async function whoIs(reply: Awaited<ReturnType<typeof callback>>) {
  const cookies = [reply.headers['set-cookie'] ?? []].flat()
  const session = cookies.find(line => line.startsWith('desk-session='))?.split(';')[0]
  if (!session) return null
  return (await app.inject({ url: '/session', headers: { cookie: session } })).json().staffNumber
}

describe('signing in with the identity provider', () => {
  it('lets in whom the provider names and the staff table knows, with a session of the hub (ACC-4)', async () => {
    const { back, cookie } = await atTheProvider('N1-1')
    const reply = await callback(back ?? '', cookie)
    expect([reply.statusCode, reply.headers.location]).toEqual([302, '/'])
    expect(await whoIs(reply)).toBe('N1-1')
    const session = [reply.headers['set-cookie']].flat().find(line => line?.startsWith('desk-session='))
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/SameSite=Strict/)
    const kept = [reply.headers['set-cookie']].flat().find(line => line?.startsWith('desk-sign-in='))
    expect(kept).toMatch(/^desk-sign-in=;.*Expires=Thu, 01 Jan 1970/)
  })

  it('gives a browser that was away for more than 14 days another key for what it kept', async () => {
    const signedIn = async () => {
      const { back, cookie } = await atTheProvider('N1-1')
      const cookies = [(await callback(back ?? '', cookie)).headers['set-cookie'] ?? []].flat()
      const session = cookies.find(line => line.startsWith('desk-session='))?.split(';')[0]
      return (await app.inject({ url: '/session', headers: { cookie: session } })).json()
    }
    const first = await signedIn()
    now += 14 * 86_400_000
    const second = await signedIn()
    expect(second).toMatchObject({ deviceKey: first.deviceKey, cacheKey: first.cacheKey })
    now += 14 * 86_400_000 + 1000
    const third = await signedIn()
    expect(third.deviceKey).toBe(first.deviceKey)
    expect(third.cacheKey).not.toBe(first.cacheKey)
  })

  it('lets in nobody whom the staff table does not know, or whose access was removed', async () => {
    const gone = aMember('N1-gone', 'N1', { access: 'removed', accessEndedOn: '2026-11-02' })
    const organisation = { ...anOrganisation(), staff: [...anOrganisation().staff, gone] }
    await hub.write([organisation], organisation)
    for (const person of ['stranger', 'N1-gone']) {
      const { back, cookie } = await atTheProvider(person)
      const reply = await callback(back ?? '', cookie)
      expect(reply.headers.location).toBe('/?sign-in=unknown')
      expect(await whoIs(reply)).toBeNull()
    }
  })

  it('says that it cannot, where the provider does not answer, and can once it does', async () => {
    const alone = await hubWith('http://127.0.0.1:9')
    const reply = await alone.inject(`/session/sign-in?device=${DEVICE}`)
    expect(reply.headers.location).toBe('/?sign-in=unreachable')
    await alone.close()
  })

  it('offers what it can do to whoever asks before signing in', async () => {
    expect((await app.inject('/health')).json()).toMatchObject({
      demo: false,
      provider: { forDesks: { issuer: identity.issuer, client: CLIENT, audience: AUDIENCE } },
    })
    expect((await app.inject({ method: 'POST', url: '/session/demo', payload: {} })).statusCode).toBe(404)
  })
})

describe('an answer that is not the provider’s to what was begun', () => {
  const refused = async (back: string, cookie: string) => {
    const reply = await callback(back, cookie)
    expect(reply.headers.location).toBe('/?sign-in=again')
    expect(await whoIs(reply)).toBeNull()
  }
  const changed = (back: string | null, change: (query: URLSearchParams) => void) => {
    const url = new URL(back ?? '', PUBLIC)
    change(url.searchParams)
    return url.pathname + url.search
  }

  it.each<[string, (query: URLSearchParams) => void]>([
    ['another state', query => query.set('state', 'x')],
    ['no state', query => query.delete('state')],
    ['another issuer', query => query.set('iss', 'https://evil.example')],
    ['no issuer', query => query.delete('iss')],
    ['no code', query => query.delete('code')],
    ['a made-up code', query => query.set('code', 'x'.repeat(43))],
    ['an error', query => query.set('error', 'access_denied')],
  ])('is refused for %s', async (_, change) => {
    const { back, cookie } = await atTheProvider('N1-1')
    await refused(changed(back, change), cookie)
  })

  it('is refused in another browser, which did not begin it', async () => {
    const { back } = await atTheProvider('N1-1')
    await refused(back ?? '', '')
    const other = await atTheProvider('N1-2')
    await refused(back ?? '', other.cookie)
  })

  it('is refused a second time', async () => {
    const { back, cookie } = await atTheProvider('N1-1')
    expect((await callback(back ?? '', cookie)).headers.location).toBe('/')
    await refused(back ?? '', cookie)
  })

  it('is refused when it comes ten minutes late', async () => {
    const { back, cookie } = await atTheProvider('N1-1')
    now += 11 * 60_000
    await refused(back ?? '', cookie)
  })

  it('is refused with a cookie that somebody changed', async () => {
    const { back, cookie } = await atTheProvider('N1-1')
    for (const at of [20, 60, cookie.length - 2])
      await refused(
        back ?? '',
        `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`,
      )
  })

  it('is refused where the nonce in the token is another one', async () => {
    const { back, cookie } = await atTheProvider('N1-1', url => url.searchParams.set('nonce', 'another'))
    await refused(back ?? '', cookie)
  })

  it('is refused where the code was made for another verifier', async () => {
    const other = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    const { back, cookie } = await atTheProvider('N1-1', url => url.searchParams.set('code_challenge', other))
    await refused(back ?? '', cookie)
  })

  it('does not come at all without a challenge, a plain one, or for another address', async () => {
    for (const change of [
      (url: URL) => url.searchParams.delete('code_challenge'),
      (url: URL) => url.searchParams.set('code_challenge_method', 'plain'),
    ]) {
      const { back } = await atTheProvider('N1-1', change)
      expect(new URL(back ?? '', PUBLIC).searchParams.get('code')).toBeNull()
    }
    const elsewhere = await atTheProvider('N1-1', url =>
      url.searchParams.set('redirect_uri', 'http://127.0.0.1:4870/elsewhere'),
    )
    expect(elsewhere.back).toBeNull()
  })
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an access token', () => {
  const bring = (accessToken: string) =>
    app.inject({ method: 'POST', url: '/session/token', payload: { accessToken, device: DEVICE } })

  async function tokens(resource = AUDIENCE, person = 'N1-2'): Promise<{ access: string; id: string }> {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk-0123456789'
    const { createHash } = await import('node:crypto')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const { back } = await atTheProvider(person, url => {
      url.searchParams.set('code_challenge', challenge)
      url.searchParams.set('resource', resource)
    })
    const code = new URL(back ?? '', PUBLIC).searchParams.get('code') ?? ''
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT,
      code,
      code_verifier: verifier,
      resource,
      redirect_uri: `${PUBLIC}/session/callback`,
    })
    const reply = await fetch(`${identity.issuer}/token`, { method: 'POST', body })
    const { access_token: access, id_token: id } = (await reply.json()) as Record<string, string>
    return { access: access ?? '', id: id ?? '' }
  }

  it('that the provider made for this hub lets its person in', async () => {
    const reply = await bring((await tokens()).access)
    expect([reply.statusCode, reply.json().staffNumber]).toEqual([200, 'N1-2'])
  })

  it('of somebody who is not on the staff is told apart from one that is refused', async () => {
    const reply = await bring((await tokens(AUDIENCE, 'stranger')).access)
    expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'not-found'])
  })

  /** A token as the provider makes them, but for what is said; signed with its own key, unless with another. */
  async function made(change: { head?: object; claims?: object; hash?: string; key?: KeyObject } = {}) {
    const { access } = await tokens()
    const claims = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString())
    const head = { alg: 'RS256', typ: 'at+jwt', kid: KEY_ID, ...change.head }
    const text = [head, { ...claims, ...change.claims }].map(encoded).join('.')
    const signature = sign(change.hash ?? 'sha256', Buffer.from(text), change.key ?? identity.key)
    return `${text}.${signature.toString('base64url')}`
  }

  it('that is as those of the provider, signed with its key, lets its person in', async () => {
    expect((await bring(await made())).json().staffNumber).toBe('N1-2')
  })

  const now = () => Math.floor(Date.now() / 1000)
  it.each<[string, Parameters<typeof made>[0]]>([
    ['is over', { claims: { exp: now() - 1 } }],
    ['never ends', { claims: { exp: undefined } }],
    ['is not valid yet', { claims: { nbf: now() + 600 } }],
    ['is of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['is of no issuer', { claims: { iss: undefined } }],
    ['is for another service', { claims: { aud: OTHER_AUDIENCE } }],
    ['is for nobody', { claims: { aud: undefined } }],
    ['is of no subject', { claims: { sub: undefined } }],
    ['is of an empty subject', { claims: { sub: '' } }],
    ['was given to no client', { claims: { client_id: undefined } }],
    ['names no person', { claims: { staff_number: undefined } }],
    ['names two people', { claims: { staff_number: ['N1-2', 'N1-lead'] } }],
    ['is no access token', { head: { typ: 'JWT' } }],
    ['says not what it is', { head: { typ: undefined } }],
    ['is signed in a way that is not taken', { head: { alg: 'RS512' }, hash: 'sha512' }],
    ['says another algorithm than that of its signature', { head: { alg: 'PS256' } }],
    ['is signed with a key that the provider does not have', { head: { kid: 'another' } }],
  ])('is refused when it %s, though the provider itself signed it', async (_, change) => {
    expect((await bring(await made(change))).statusCode).toBe(401)
  })

  it('is refused when the provider’s public key was taken for a secret', async () => {
    const [, body = ''] = (await tokens()).access.split('.')
    const secret = createPublicKey(identity.key).export({ type: 'spki', format: 'pem' })
    const text = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: KEY_ID })}.${body}`
    const signature = createHmac('sha256', secret).update(text).digest('base64url')
    expect((await bring(`${text}.${signature}`)).statusCode).toBe(401)
  })

  it('is refused when it says itself where its key is, and nobody looks there', async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    let asked = 0
    const server = createServer((_, reply) => {
      asked += 1
      reply.end(
        JSON.stringify({ keys: [{ ...createPublicKey(key).export({ format: 'jwk' }), kid: KEY_ID }] }),
      )
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
    for (const where of ['jku', 'x5u'])
      expect((await bring(await made({ head: { [where]: there }, key }))).statusCode, where).toBe(401)
    expect(asked).toBe(0)
    server.close()
  })

  it('is refused when it is another kind of token, for somebody else, forged, changed or too old', async () => {
    const { access, id } = await tokens()
    const [head = '', body = '', signature = ''] = access.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const forged = (header: object, payload: object) => {
      const text = `${encoded(header)}.${encoded(payload)}`
      return `${text}.${sign('sha256', Buffer.from(text), own.privateKey).toString('base64url')}`
    }
    const hmac = (payload: object) => {
      const text = `${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${encoded(payload)}`
      return `${text}.${createHmac('sha256', 'key').update(text).digest('base64url')}`
    }
    const bad: Readonly<Record<string, string>> = {
      'an id token': id,
      'none as algorithm': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      'a symmetric algorithm': hmac(claims),
      'a key of its own': forged({ alg: 'RS256', typ: 'at+jwt' }, claims),
      'a key in its head': forged(
        { alg: 'RS256', typ: 'at+jwt', jwk: own.publicKey.export({ format: 'jwk' }) },
        claims,
      ),
      'another person': `${head}.${encoded({ ...claims, staff_number: 'N1-lead' })}.${signature}`,
      'one for another service': (await tokens(OTHER_AUDIENCE)).access,
      'a later end': `${head}.${encoded({ ...claims, exp: claims.exp + 9999 })}.${signature}`,
      'no signature': `${head}.${body}.`,
      'half of it': access.slice(0, access.length / 2),
      nothing: '',
    }
    for (const [what, token] of Object.entries(bad)) expect((await bring(token)).statusCode, what).toBe(401)
  })
})
