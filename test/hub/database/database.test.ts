import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../hub/database/database.ts'
import type { TestDatabase } from '../../database-copy.ts'
import { createTestDatabase } from '../../postgres.ts'
import { aLine } from '../support/a-line.ts'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = openDatabase(made.url)
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

describe('a connection that breaks between two queries of a transaction', () => {
  it('fails that transaction and ends nothing else', async () => {
    const broken = Promise.withResolvers<void>()
    database.pool.once('connect', client => client.once('end', broken.resolve))
    const working = database.db.transaction().execute(async tx => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx)
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await broken.promise
      await sql`SELECT 1`.execute(tx)
    })
    await expect(working).rejects.toThrow()
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})

describe('a database whose machine vanishes without a word', () => {
  it('fails what is asked of it, and is asked over another connection', async () => {
    const line = await aLine(made.url)
    const away = openDatabase(line.url, 500)
    const ask = () => sql`SELECT 1 AS one`.execute(away.db)
    await ask()
    line.vanish()
    await expect(ask()).rejects.toThrow('timeout')
    expect((await ask()).rows).toEqual([{ one: 1 }])
    line.close()
    await away.close()
  })

  it('fails a transaction in the middle at once: the rollback is not waited for', async () => {
    const line = await aLine(made.url)
    const away = openDatabase(line.url, 500)
    const begun = away.db.transaction().execute(async tx => {
      line.vanish()
      await sql`SELECT 1`.execute(tx)
    })
    await expect(begun).rejects.toThrow('Client was closed')
    expect(away.pool.totalCount).toBe(0)
    line.close()
    await away.close()
  })
})
