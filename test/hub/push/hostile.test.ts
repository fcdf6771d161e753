import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { commands } from '../../../shared/commands/commands.ts'
import { hubError } from '../../../shared/sync/hub-error.ts'
import { aCaseGroup, aPerson, number } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub
let leader: TestClient

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
  leader = await aClient(hub.app, 'N1-lead')
})

afterAll(() => hub.close())

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '__proto__', '\ud800', '10000001'),
)
const junk = fc.oneof(fc.jsonValue(), text, fc.double(), fc.bigInt().map(Number), fc.constant(null))

/** Something like a command: each field is right, or is anything. */
const command = fc
  .record({
    id: fc.oneof(fc.uuid(), junk),
    name: fc.oneof(fc.constantFrom(...commands.map(({ name }) => name)), text),
    args: fc.oneof(
      fc.record({ masterCaseNumber: text, team: text, holder: fc.option(text), clearLock: fc.boolean() }),
      junk,
    ),
    saw: junk,
    issuedAt: fc.oneof(fc.constant('2026-11-21T09:30:00Z'), junk),
    reason: fc.oneof(fc.option(text), junk),
    batch: fc.oneof(fc.option(fc.uuid()), junk),
  })
  .map(envelope => ({ seq: 1, envelope }))

describe('the hub', () => {
  it.each(['/sync/push', '/sync/pull', '/session/demo', '/demo/people'])(
    'never fails on what it is sent at %s, and says no more than a code and a sentence',
    async path => {
      const body = fc.oneof(
        fc.record({
          protocol: fc.constant(1),
          staffNumber: fc.constant('N1-lead'),
          clientId: fc.uuid(),
          commands: fc.array(command, { maxLength: 2 }),
        }),
        fc.record({
          protocol: fc.constant(1),
          schema: fc.constant(1),
          staffNumber: fc.constant('N1-lead'),
          clientId: fc.uuid(),
          caseload: fc.option(text),
          sensitive: fc.option(text),
          resultsAfter: fc.oneof(fc.nat(), fc.integer(), fc.double()),
        }),
        fc.record({ staffNumber: text, device: fc.uuid() }),
        fc.record({ words: text }),
        junk,
      )
      await fc.assert(
        fc.asyncProperty(body, async payload => {
          const answer = await leader.ask('POST', path, payload as object)
          expect(answer.status).toBeLessThan(500)
          if (answer.status !== 200) expect(hubError.strict().safeParse(answer.json()).success).toBe(true)
        }),
        { numRuns: 150 },
      )
    },
  )

  it('counts a command that makes it fail, goes on, and logs nothing of anybody', async () => {
    const logged: string[] = []
    const sink = new PassThrough().on('data', line => logged.push(String(line)))
    const app = await buildApp({ database: hub.database, demo: true, deskFolder: null, log: pino(sink) })
    const broken = aCaseGroup({ id: number('66600666'), title: 'Unspeakable', people: [] })
    await hub.write([broken])
    const client = await aClient(app, 'N1-lead')
    const sound = { ...broken, people: [aPerson('pp', { lastName: 'Unspeakable' })] }
    const allocation = anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: '10000001', team: 'N1', holder: 'N1-2' },
      { team: 'N1', holder: 'N1-1' },
    )
    await client.push(aReturn(sound), allocation)
    const { results } = await client.pull()
    expect(
      results.map(({ result }) => (result.kind === 'refused' ? result.refusal.kind : result.kind)),
    ).toEqual(['not-understood', 'accepted'])
    await app.close()
    expect(logged.join('')).toContain('A command threw.')
    expect(logged.join('')).not.toMatch(/Unspeakable|66600666|N1-lead/)
  })
})
