import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { aCaseGroup, number } from '../make/a-case-group.ts'
import { anEnvelope } from '../make/a-command.ts'
import { aClient } from './support/a-client.ts'
import { aHub, type TestHub } from './support/a-hub.ts'

const GROUPS = 60

let hub: TestHub

beforeEach(async () => {
  hub = await aHub(Array.from({ length: GROUPS }, (_, n) => aCaseGroup({ id: number(String(10000001 + n)) })))
})

afterEach(() => hub.close())

async function child() {
  const process = spawn(
    globalThis.process.execPath,
    [join(import.meta.dirname, 'support/hub-child.ts'), hub.url],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [port] = await once(process.stdout, 'data')
  return { process, base: `http://127.0.0.1:${String(port).trim()}` }
}

const post = (base: string, path: string, cookie: string, body: unknown) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })

describe('a hub that is killed', () => {
  it('has lost nothing that it acknowledged, and done nothing twice', async () => {
    const clientId = randomUUID()
    const envelopes = Array.from({ length: GROUPS }, (_, n) =>
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: String(10000001 + n), team: 'N1', holder: 'N1-2' },
        { team: 'N1', holder: 'N1-1' },
      ),
    )
    let acknowledged = 0
    for (let life = 0; acknowledged < GROUPS; life++) {
      const { process, base } = await child()
      const gone = once(process, 'exit')
      const killed = sleep(100 + 60 * life).then(() => process.kill('SIGKILL'))
      try {
        const signedIn = await post(base, '/session/demo', '', {
          staffNumber: 'N1-lead',
          device: randomUUID(),
        })
        const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
        while (acknowledged < GROUPS) {
          const commands = [{ seq: acknowledged + 1, envelope: envelopes[acknowledged] }]
          const reply = await post(base, '/sync/push', cookie, {
            protocol: 1,
            staffNumber: 'N1-lead',
            clientId,
            commands,
          })
          acknowledged = (await reply.json()).lastSeq
        }
      } catch {
        // Killed: what was on its way is sent again to the next one.
      }
      await killed
      await gone
    }
    const leader = await aClient(hub.app, 'N1-lead', clientId)
    const { lastSeq, results } = await leader.pull()
    expect(lastSeq).toBe(GROUPS)
    expect(results.map(({ result }) => result.kind)).toEqual(envelopes.map(() => 'accepted'))
    for (let n = 0; n < GROUPS; n++) {
      const { holder, history } = leader.document(String(10000001 + n)) as CaseGroup
      expect([holder, history.length]).toEqual(['N1-2', 1])
    }
    expect(await hub.database.db.selectFrom('audit').select('seq').execute()).toHaveLength(GROUPS)
  })
})
