import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../hub/database/database.ts'
import type { TestDatabase } from '../../database-copy.ts'
import { createTestDatabase } from '../../postgres.ts'

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
