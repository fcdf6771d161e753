import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { signIn } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'

let hub: TestHub
let timed: Awaited<ReturnType<typeof buildApp>> | undefined
beforeAll(async () => {
  hub = await aHub([])
})
afterAll(async () => {
  await timed?.close()
  await hub.close()
})

describe('a session', () => {
  it('is the same key for the same person on the same device, and another for others', async () => {
    const keyOf = async (person: string, device: string) => {
      const ask = await signIn(hub.app, person, device)
      return ((await ask('GET', '/session')).json() as { deviceKey: string }).deviceKey
    }
    const other = 'f6f0e1c6-8a51-4d31-8b0b-6f9a2c5f7d22'
    const [one, again, elsewhere, colleague] = [
      await keyOf('N1-1', DEVICE),
      await keyOf('N1-1', DEVICE),
      await keyOf('N1-1', other),
      await keyOf('N1-2', DEVICE),
    ]
    expect(Buffer.from(one, 'base64')).toHaveLength(32)
    expect(again).toBe(one)
    expect(new Set([one, elsewhere, colleague]).size).toBe(3)
  })

  it('ends when one signs out', async () => {
    const ask = await signIn(hub.app, 'N1-1')
    expect((await ask('DELETE', '/session')).status).toBe(204)
    expect((await ask('GET', '/session')).status).toBe(401)
  })

  it('ends after twelve hours', async () => {
    let now = '2026-11-21T09:30:00.000Z'
    timed = await buildApp({
      database: hub.database,
      demo: true,
      deskFolder: null,
      log: pino({ level: 'silent' }),
      clock: () => now,
    })
    const ask = await signIn(timed, 'N1-1')
    now = '2026-11-21T21:29:59.000Z'
    expect((await ask('GET', '/session')).status).toBe(200)
    now = '2026-11-21T21:30:01.000Z'
    expect((await ask('GET', '/session')).status).toBe(401)
  })

  it('is kept as a hash of its token only', async () => {
    const reply = await hub.app.inject({
      method: 'POST',
      url: '/session/demo',
      payload: { staffNumber: 'N1-1', device: DEVICE },
    })
    const token = reply.cookies[0]?.value ?? ''
    const rows = await hub.database.db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(token).toHaveLength(43)
  })

  it('for demonstration finds people by any words of number, name, role and team, leaders first', async () => {
    const find = async (words: string) =>
      (await hub.app.inject({ method: 'POST', url: '/demo/people', payload: { words } })).json().people
    expect((await find('')).length).toBeLessThanOrEqual(50)
    expect((await find('n1'))[0]).toMatchObject({
      staffNumber: 'N1-lead',
      roles: ['team leader'],
      team: 'Team N1',
    })
    expect((await find('person n1-2')).map((one: { staffNumber: string }) => one.staffNumber)).toEqual([
      'N1-2',
    ])
    expect((await find('segment manager team s1')).map((one: { name: string }) => one.name)).toEqual([
      'Person S1-mgr',
    ])
    expect((await find('specialist dna-1'))[0]).toMatchObject({ staffNumber: 'DNA-1', roles: ['specialist'] })
    expect((await find('local it'))[0]).toMatchObject({ staffNumber: 'it', roles: ['local IT'] })
    expect(await find('nobody of that name')).toEqual([])
  })
})
