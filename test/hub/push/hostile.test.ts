import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { aCaseGroup, aPerson, number } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
})

afterAll(() => hub.close())

// Whatever else it is sent: test/hub/fuzz.test.ts.
describe('the hub', () => {
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
