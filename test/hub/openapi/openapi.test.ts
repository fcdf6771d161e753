import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullReply } from '../../../hub/openapi/pull-reply.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
})

afterAll(() => hub.close())

describe('the description of the hub', () => {
  it('names every route that there is, and none that is not', async () => {
    const { openapi, paths } = (await hub.app.inject('/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
    )
    for (const one of described) {
      const [method, url] = one.split(' ') as ['GET', string]
      expect([one, hub.app.hasRoute({ method, url })]).toEqual([one, true])
    }
    expect(described.sort()).toEqual([
      'DELETE /session',
      'GET /health',
      'GET /session',
      'GET /sync/pokes',
      'POST /demo/people',
      'POST /session/demo',
      'POST /sync/pull',
      'POST /sync/push',
    ])
  })

  it('says of a pull what a pull is', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.push(anEnvelope('clear-lock', {}, {}))
    const first = await leader.pull()
    await hub.write([aCaseGroup({ holder: null, team: null, segment: 'FS_GB_MAINT_SO_MSR' as never })])
    const second = await leader.pull()
    for (const reply of [first, second]) expect(pullReply.strict().parse(reply)).toEqual(reply)
    expect(second.caseload.patch).toHaveLength(1)
  })
})
