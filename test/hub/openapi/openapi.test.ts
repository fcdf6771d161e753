import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { buildApp } from '../../../hub/app.ts'
import { health } from '../../../hub/openapi/openapi.ts'
import { pullReply } from '../../../hub/openapi/pull-reply.ts'
import type { Provider } from '../../../hub/session/provider.ts'
import { hubError } from '../../../shared/sync/hub-error.ts'
import { DEMO_SIGN_IN, HEALTH, SESSION } from '../../../shared/sync/paths.ts'
import { pushReply } from '../../../shared/sync/push.ts'
import { sessionReply } from '../../../shared/sync/session.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { routesOf } from '../support/routes-of.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
})

afterAll(() => hub.close())

describe('the description of the hub', () => {
  it.each([
    ['the demonstration', { demo: true, provider: undefined }],
    ['an identity provider', { demo: false, provider: { forDesks: null } as unknown as Provider }],
  ])('names every route that there is with %s, and none that is not', async (_, offers) => {
    const app = await buildApp({ database: hub.database, deskFolder: null, ...offers })
    try {
      const { openapi, paths } = (await app.inject('/openapi.json')).json()
      expect(openapi).toBe('3.1.0')
      const described = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
        Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
      )
      // Itself it does not describe.
      expect(described.sort()).toEqual(routesOf(app).filter(route => route !== 'GET /openapi.json'))
    } finally {
      await app.close()
    }
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

  it('says of a push, a session, the health and an error what they are', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    const signedIn = await hub.app.inject({
      method: 'POST',
      url: DEMO_SIGN_IN,
      payload: { staffNumber: 'N1-lead', device: '00000000-0000-4000-8000-0000000000dd' },
    })
    const pushed = await leader.push(anEnvelope('clear-lock', {}, {}))
    const bodies: readonly (readonly [z.ZodObject, unknown])[] = [
      [pushReply, JSON.parse(pushed.text)],
      [sessionReply, signedIn.json()],
      [health, (await hub.app.inject(HEALTH)).json()],
      [hubError, (await hub.app.inject(SESSION)).json()],
    ]
    for (const [schema, body] of bodies) expect(schema.strict().parse(body)).toEqual(body)
  })
})
