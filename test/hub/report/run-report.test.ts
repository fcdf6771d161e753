import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runReport } from '../../../hub/report/run-report.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await aHub([aCaseGroup()])
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => hub.close())

describe('a report that somebody reads page by page', () => {
  it('holds nothing in the database meanwhile', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(false)
    const printing = runReport('allocation', hub.url, true, NOW)
    await vi.waitFor(() => expect(write).toHaveBeenCalled(), { timeout: 30_000 })
    const { rows } = await sql<{ state: string }>`
      SELECT state FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`.execute(hub.database.db)
    write.mockReturnValue(true)
    process.stdout.emit('drain')
    await printing
    expect(rows).toEqual([])
  })
})
