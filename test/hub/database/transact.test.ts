import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, question, send } from '../../../hub/database/ask.ts'
import { type Database, openDatabase } from '../../../hub/database/database.ts'
import { prepared } from '../../../hub/database/prepared.ts'
import { transact } from '../../../hub/database/transact.ts'
import type { TestDatabase } from '../../database-copy.ts'
import { createTestDatabase } from '../../postgres.ts'
import { aLine } from '../support/a-line.ts'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = openDatabase(made.url)
  await sql`CREATE TABLE noted (number integer)`.execute(database.db)
})

beforeEach(() => sql`TRUNCATE noted`.execute(database.db))

afterAll(async () => {
  await database.close()
  await made.drop()
})

const note = (number: number) =>
  question(sql`INSERT INTO noted VALUES (1 / ${number}::integer)`, () => number)
const noted = question(sql<{ count: number }>`SELECT count(*) FROM noted`, ([row]) => row?.count)
const countNoted = async () => (await ask(database.db, [noted]))[0]

describe('a transaction', () => {
  it('keeps what was sent last with its commit, and has it answered by then', async () => {
    let answered: number | undefined
    await transact(database.db, async (tx, withCommit) => {
      const { answer } = await send(tx, note(1))
      withCommit(answer.then(number => (answered = number)))
    })
    expect(answered).toBe(1)
    expect(await countNoted()).toBe(1)
  })

  it('keeps nothing where what was sent last fails, and says what failed', async () => {
    const failing = transact(database.db, async (tx, withCommit) => {
      await ask(tx, [note(1)])
      withCommit((await send(tx, note(0))).answer)
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await countNoted()).toBe(0)
  })

  it('says what its own work failed with', async () => {
    const failing = transact(database.db, async (tx, withCommit) => {
      withCommit((await send(tx, note(1))).answer)
      throw new Error('What was to be done was not.')
    })
    await expect(failing).rejects.toThrow('What was to be done was not.')
    expect(await countNoted()).toBe(0)
  })

  it('speaks twice: its beginning goes with its first, its last with its commit', async () => {
    const line = await aLine(made.url)
    const far = openDatabase(line.url)
    try {
      await ask(far.db, [note(1), noted])
      const before = line.pieces()
      await transact(far.db, async (tx, withCommit) => {
        await ask(tx, [note(1), noted])
        withCommit((await send(tx, note(1))).answer)
      })
      expect(line.pieces() - before).toBe(2)
    } finally {
      await far.close()
      line.close()
    }
  })

  it('does nothing over a connection on which it could not begin, from its first answer on', async () => {
    const connection = await prepared(database.pool).connect()
    await connection.query('start transaction that is none', [])
    await connection.query('SELECT 1', [])
    await expect(connection.query('INSERT INTO noted VALUES ($1)', [1])).rejects.toThrow()
    connection.release()
    expect(await countNoted()).toBe(0)
  })
})
