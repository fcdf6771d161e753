import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../hub/app.ts'
import { openProvider } from '../../hub/session/provider.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import { aCaseGroup, number } from '../make/a-case-group.ts'
import { anEnvelope } from '../make/a-command.ts'
import { aMember, anOrganisation, segment, staff, team } from '../make/an-organisation.ts'
import { aClient } from './support/a-client.ts'
import { aHub, NOW, type TestHub } from './support/a-hub.ts'
import { withMember } from './support/organisations.ts'
import { routesOf } from './support/routes-of.ts'

const organisation: Organisation = (() => {
  const made = anOrganisation()
  const more = [
    aMember('service', null, { roles: ['service-management'] }),
    aMember('closure', 'N1', { roles: ['closure-manager'] }),
  ]
  return { ...made, staff: [...made.staff, ...more] }
})()

/** Nobody: without a session, with one that was made up, with one that ended; then one of each role. */
const roles = {
  nobody: null,
  forger: null,
  late: 'N1-lead',
  caseworker: 'N1-1',
  leader: 'N1-lead',
  manager: 'N1-mgr',
  specialist: 'DNA-1',
  nominated: 'SCR-1',
  it: 'it',
  service: 'service',
  closure: 'closure',
  removed: 'N2-1',
} as const
type Role = keyof typeof roles

// By hand: what each is answered, in the order of the roles above. A route that is not here fails the test.
const matrix: Readonly<Record<string, string>> = {
  'GET /health': '200 200 200 200 200 200 200 200 200 200 200 200',
  'GET /openapi.json': '200 200 200 200 200 200 200 200 200 200 200 200',
  'GET *': '200 200 200 200 200 200 200 200 200 200 200 200',
  'HEAD *': '200 200 200 200 200 200 200 200 200 200 200 200',
  'GET /session': '401 401 401 200 200 200 200 200 200 200 200 401',
  // Who has lost his access may still sign out.
  'DELETE /session': '401 401 401 204 204 204 204 204 204 204 204 204',
  'POST /sync/push': '401 401 401 200 200 200 200 200 200 200 200 401',
  'POST /sync/pull': '401 401 401 200 200 200 200 200 200 200 200 401',
  'POST /audit/readings': '401 401 401 200 200 200 200 200 200 200 200 401',
  // Whoever does not direct the group is told that nobody read it.
  'POST /audit/readers': '401 401 401 200 200 200 200 200 200 200 200 401',
  'GET /sync/pokes': '401 401 401 200 200 200 200 200 200 200 200 401',
  // As anybody, whoever asks: only where the hub was started for demonstration.
  'POST /session/demo': '200 200 200 200 200 200 200 200 200 200 200 404',
  'POST /demo/people': '200 200 200 200 200 200 200 200 200 200 200 200',
  'GET /session/sign-in': '302 302 302 302 302 302 302 302 302 302 302 302',
  'GET /session/callback': '302 302 302 302 302 302 302 302 302 302 302 302',
  // Without a token of the provider.
  'POST /session/token': '401 401 401 401 401 401 401 401 401 401 401 401',
}

let hub: TestHub
let app: FastifyInstance
let folder: string
let base: string
let now = NOW

beforeAll(async () => {
  const groups = [
    aCaseGroup({ id: number('1') }),
    aCaseGroup({
      id: number('2'),
      team: team('S1'),
      holder: staff('S1-1'),
      segment: segment('FS_GB_MAINT_SO_MSR'),
    }),
    aCaseGroup({
      id: number('3'),
      team: team('SCR'),
      holder: staff('SCR-1'),
      segment: segment('FS_GB_CCLNT_SCR'),
      sensitive: true,
    }),
  ]
  hub = await aHub(groups, organisation)
  folder = await mkdtemp(join(tmpdir(), 'desk-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Desk</title>')
  app = await openApp()
  base = await app.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await app.close()
  await hub.close()
  await rm(folder, { recursive: true })
})

// Nobody answers as the provider, so that nobody is let in by it.
const provider = {
  issuer: 'http://127.0.0.1:1',
  clientId: 'desk',
  clientSecret: null,
  claim: 'sub',
  audience: 'hub',
}

const openApp = () =>
  buildApp({
    database: hub.database,
    demo: true,
    deskFolder: folder,
    clock: () => now,
    log: pino({ level: 'silent' }),
    provider: openProvider({ ...provider, publicUrl: 'http://127.0.0.1' }),
  })

const bodies: Readonly<Record<string, (person: string) => object>> = {
  'POST /session/demo': person => ({ staffNumber: person, device: randomUUID() }),
  'POST /session/token': () => ({ accessToken: 'made-up', device: randomUUID() }),
  'POST /demo/people': () => ({ words: '' }),
  'POST /sync/push': staffNumber => ({
    ...{ protocol: PROTOCOL, staffNumber, clientId: randomUUID() },
    commands: [{ seq: 1, envelope: anEnvelope('clear-lock', { masterCaseNumber: '1' }, {}) }],
  }),
  'POST /audit/readings': staffNumber => ({
    ...{ protocol: PROTOCOL, staffNumber },
    readings: [{ masterCaseNumber: '1', at: NOW, purpose: null, words: null }],
  }),
  'POST /audit/readers': staffNumber => ({ protocol: PROTOCOL, staffNumber, masterCaseNumber: '1' }),
  'POST /sync/pull': staffNumber => ({
    ...{ protocol: PROTOCOL, schema: SCHEMA, staffNumber, clientId: randomUUID() },
    ...{ caseload: null, sensitive: null, resultsAfter: 0 },
  }),
}

/** The status alone: a stream of pokes has no end. */
async function statusOf(route: string, person: string, cookie: string): Promise<number> {
  const [method = '', path = ''] = route.split(' ')
  const body = bodies[route]?.(person)
  const stop = new AbortController()
  const address = path.replace('*', '/index.html').replace(/sign-in$/, `$&?device=${randomUUID()}`)
  const reply = await fetch(base + address, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    redirect: 'manual',
    signal: stop.signal,
    ...(body && { body: JSON.stringify(body) }),
  })
  stop.abort()
  return reply.status
}

async function sessionOf(role: Role): Promise<string> {
  const staffNumber = roles[role]
  if (staffNumber === null) return role === 'forger' ? `desk-session=${'x'.repeat(43)}` : ''
  const payload = { staffNumber, device: randomUUID() }
  const reply = await app.inject({ method: 'POST', url: '/session/demo', payload })
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}

describe('ACC-4: every route of the hub', () => {
  it('is in the matrix', () => {
    expect(routesOf(app)).toEqual(Object.keys(matrix).sort())
  })

  it.each(Object.keys(roles) as Role[])('answers %s as the matrix says', async role => {
    const found: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const [route, statuses] of Object.entries(matrix)) {
      now = NOW
      const cookie = await sessionOf(role)
      if (role === 'late') now = '2026-11-21T21:30:00.001Z'
      if (role === 'removed') await hub.write([withoutAccess], withoutAccess)
      found[route] = String(await statusOf(route, roles[role] ?? 'N1-lead', cookie))
      wanted[route] = statuses.split(' ')[Object.keys(roles).indexOf(role)] ?? 'nothing'
      if (role === 'removed') await hub.write([organisation], organisation)
    }
    expect(found).toEqual(wanted)
  })
})

const withoutAccess = withMember('N2-1', { access: 'removed', accessEndedOn: '2026-11-20' }, organisation)

describe('ACC-2, ACC-3: a group that one may not see', () => {
  it.each(['N1-1', 'N1-lead', 'N1-mgr', 'DNA-1', 'it', 'service', 'closure'])(
    'is to %s a number that does not exist, in the very same words',
    async person => {
      const client = await aClient(app, person)
      const asked = ['2', '3', '4'].map(id =>
        anEnvelope('complete-post', { masterCaseNumber: id, post: 'letter' }, {}),
      )
      await client.push(...asked)
      const { results } = await client.pull()
      const words = results.map(({ result }) => JSON.stringify(result).replaceAll(/\b[234]\b/g, 'N'))
      expect(new Set(words).size).toBe(1)
      expect(results[0]?.result).toMatchObject({ kind: 'refused', refusal: { kind: 'not-found' } })
    },
  )
})
