import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { openDatabase } from '../../../hub/database/database.ts'
import { openMetrics } from '../../../hub/operations/metrics.ts'
import { operationsApp } from '../../../hub/operations/operations-app.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { aLine } from '../support/a-line.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
})
afterAll(() => hub.close())

describe('the port of whoever runs the hub', () => {
  it('tells how requests went, by route, and of nobody anything', async () => {
    const metrics = openMetrics(hub.database)
    const log = pino({ level: 'silent' })
    const { answered } = metrics
    const app = await buildApp({ database: hub.database, demo: true, deskFolder: null, log, answered })
    const operations = operationsApp(hub.database, metrics)
    await (await aClient(app, 'N1-1')).pull()
    await app.inject('/nothing/QQ123456C')
    const { body, headers } = await operations.inject('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(/hub_request_seconds_count\{method="POST",route="\/sync\/pull",status="200"\} 1/)
    expect(body).toMatch(/hub_request_seconds_count\{method="GET",route="none",status="404"\} 1/)
    expect(body).toMatch(/hub_database_connections\{state="idle"\} \d/)
    expect(body).not.toMatch(/QQ123456C|N1-1/)
    await Promise.all([app.close(), operations.close()])
  })

  it('says whether the database answers', async () => {
    const operations = operationsApp(hub.database, openMetrics(hub.database))
    expect((await operations.inject('/health')).statusCode).toBe(200)
    const gone = openDatabase('postgres://nobody@127.0.0.1:1/none')
    const alone = operationsApp(gone, openMetrics(gone))
    const answer = await alone.inject('/health')
    expect([answer.statusCode, answer.json()]).toEqual([503, { database: 'does not answer' }])
    await Promise.all([operations.close(), alone.close(), gone.close()])
  })

  it('says within some seconds that a database whose machine vanished does not answer', async () => {
    const line = await aLine(hub.url)
    const away = openDatabase(line.url, 20_000)
    const alone = operationsApp(away, openMetrics(away))
    expect((await alone.inject('/health')).statusCode).toBe(200)
    line.vanish()
    const asked = performance.now()
    expect((await alone.inject('/health')).statusCode).toBe(503)
    expect(performance.now() - asked).toBeLessThan(15_000)
    line.close()
    await Promise.all([alone.close(), away.close()])
  })

  it('is not the desk’s: a hub’s own face has no metrics', async () => {
    expect((await hub.app.inject('/metrics')).statusCode).toBe(404)
  })
})
