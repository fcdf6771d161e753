import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../hub/app.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import { fill, groupsOf, withDatabase } from '../kills/hub-data.ts'
import { anEnvelope } from '../make/a-command.ts'
import { deskBehind } from './desk.ts'
import { nginxVersion, startNginx } from './nginx.ts'

// A hub behind the nginx of this machine, set up as docs/nginx.conf says.

const CLIENT = '00000000-0000-4000-8000-000000000001'
/** As many requests as one address may make here. */
const MOST = 12

const version = nginxVersion()
if (version === null) console.log('Not run: this machine has no nginx.')
else await tryOut()

async function tryOut(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-proxy-'))
  try {
    await fill(join(folder, 'data'))
    await withDatabase(join(folder, 'data'), async database => {
      const limits = { address: MOST, person: 1000, lag: 0, heap: 1 }
      const app = await buildApp({ database, demo: true, deskFolder: null, proxy: '127.0.0.1', limits })
      await app.listen({ port: 0, host: '127.0.0.1' })
      const { port } = app.server.address() as AddressInfo
      const nginx = await startNginx(folder, port)
      await judge(nginx, port).finally(async () => {
        await nginx.stop()
        await app.close()
      })
    })
    console.log(
      `The hub behind ${version}: signed in over TLS, pulled, pushed, poked at once; counted by the address that nginx saw, whatever the desk or anybody else said.`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function judge(nginx: Awaited<ReturnType<typeof startNginx>>, hubPort: number): Promise<void> {
  const desk = deskBehind({ ...nginx, from: '127.0.0.2' })
  const signedIn = await desk.ask('/session/demo', { staffNumber: 'N1-lead', device: CLIENT })
  assert.equal(signedIn.status, 200)
  assert.match(signedIn.cookie, /; Secure/)
  const pulled = await desk.ask('/sync/pull', {
    ...{ protocol: PROTOCOL, schema: SCHEMA, staffNumber: 'N1-lead', clientId: CLIENT },
    ...{ caseload: null, sensitive: null, resultsAfter: 0 },
  })
  assert.equal(pulled.status, 200)
  const [group] = groupsOf('N1')
  const poked = desk.poked()
  await poked.open
  const args = { masterCaseNumber: group, team: 'N1', holder: 'N1-2' }
  const envelope = anEnvelope('allocate-case-group', args, { team: 'N1', holder: 'N1-1' })
  const commands = [{ seq: 1, envelope }]
  const push = { protocol: PROTOCOL, staffNumber: 'N1-lead', clientId: CLIENT, commands }
  assert.equal((await desk.ask('/sync/push', push)).status, 200)
  const late = setTimeout(() => assert.fail('the poke is held back'), 5000)
  await poked.heard
  clearTimeout(late)
  // Larger than what nginx holds in memory: it is the hub that says what is wrong with it.
  assert.equal((await desk.ask('/sync/push', { ...push, commands: 'x'.repeat(200_000) })).status, 400)
  await judgeAddresses(nginx, hubPort)
}

/** One address is counted as one, and nobody has himself counted as another. */
async function judgeAddresses(nginx: Awaited<ReturnType<typeof startNginx>>, hubPort: number): Promise<void> {
  const forged = { 'x-forwarded-for': '192.0.2.7' }
  const health = (from: ReturnType<typeof deskBehind>, headers = {}) => from.ask('/health', null, headers)
  const one = deskBehind({ ...nginx, from: '127.0.0.3' })
  for (let time = 0; time < MOST; time++) assert.equal((await health(one)).status, 200)
  assert.equal((await health(one)).status, 429)
  assert.equal((await health(one, forged)).status, 429)
  assert.equal((await health(deskBehind({ ...nginx, from: '127.0.0.4' }))).status, 200)
  const past = deskBehind({ port: hubPort, certificate: null, from: '127.0.0.5' })
  for (let time = 0; time < MOST; time++) assert.equal((await health(past, forged)).status, 200)
  assert.equal((await health(past, { 'x-forwarded-for': '192.0.2.8' })).status, 429)
}
