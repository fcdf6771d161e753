import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { openLog } from '../../../hub/operations/log.ts'
import { personMark } from '../../../hub/operations/person-mark.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { staff } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub
let app: FastifyInstance
const written: string[] = []
const lines = () =>
  written.map(line => JSON.parse(line)).map(({ msg, person, command }) => ({ msg, person, command }))

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
  const into = new Writable({ write: (line, _, done) => done(void written.push(String(line))) })
  app = await buildApp({ database: hub.database, demo: true, deskFolder: null, log: openLog(into, 'info') })
})
afterAll(async () => {
  await app.close()
  await hub.close()
})
beforeEach(() => void written.splice(0))

describe('ACC-5: the log says who came, went and asked for what he may not do', () => {
  it('by a mark that is his alone, and never by his number or name', async () => {
    const [holder, leader] = [await aClient(app, 'N1-1'), await aClient(app, 'N1-lead')]
    const args = { masterCaseNumber: '10000001', team: 'N1', holder: 'N1-2' }
    await holder.push(anEnvelope('allocate-case-group', args, { team: 'N1', holder: 'N1-1' }))
    await leader.ask('DELETE', '/session')
    await app.inject({
      method: 'POST',
      url: '/session/demo',
      payload: { staffNumber: 'stranger', device: holder.clientId },
    })
    const [his, hers, strangers] = await Promise.all(
      ['N1-1', 'N1-lead', 'stranger'].map(each => personMark(hub.database, staff(each))),
    )
    expect(new Set([his, hers, strangers]).size).toBe(3)
    expect(lines()).toEqual([
      { msg: 'Somebody signed in.', person: his },
      { msg: 'Somebody signed in.', person: hers },
      {
        msg: 'A command was refused to somebody who may not do that.',
        person: his,
        command: 'allocate-case-group',
      },
      { msg: 'Somebody signed out.', person: hers },
      { msg: 'A sign-in was refused.', person: strangers },
    ])
    expect(written.join()).not.toMatch(/N1-|Person|stranger/)
  })
})
