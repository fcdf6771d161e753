import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, known, question } from '../../../hub/database/ask.ts'
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

const noted = question(sql<{ count: number }>`SELECT count(*) FROM noted`, ([row]) => row?.count)
const note = (text: string) => question(sql`INSERT INTO noted VALUES (${text})`, () => null)
const pid = question(sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`, ([row]) => row?.pid)

describe('what is asked together', () => {
  it('is answered in its order, each as if the one before had been answered', async () => {
    const answers = await database.db.transaction().execute(async tx => {
      await sql`CREATE TEMPORARY TABLE noted (text text) ON COMMIT DROP`.execute(tx)
      return ask(tx, [noted, note('one'), known('asked of nobody'), noted, note('two'), noted])
    })
    expect(answers).toEqual([0, null, 'asked of nobody', 1, null, 2])
  })

  it('is sent before the first of it is answered', async () => {
    const line = await aLine(made.url)
    const far = openDatabase(line.url)
    const holding = await holdOne(database)
    const lock = question(sql`SELECT pg_advisory_lock(${1}), pg_advisory_unlock(1)`, () => null)
    const asking = ask(far.db, [lock, question(sql`SELECT ${'the second'}::text`, () => null)])
    await expect.poll(() => line.hasSaid('the second')).toBe(true)
    await holding.end()
    await asking
    await far.close()
    line.close()
  })

  it('fails as its first that failed; nothing of it stays, and the connection does what it did before', async () => {
    const { db } = database
    const text = 'cannot be prepared after a failure, but later'
    const later = question(sql<{ text: string }>`SELECT ${text}::text AS text`, ([row]) => row?.text)
    const bad = question(sql`SELECT 1 / ${0}::integer`, () => null)
    let asked: number | undefined
    const failing = db.transaction().execute(async tx => {
      ;[asked] = await ask(tx, [pid])
      await ask(tx, [later, bad, question(sql`SELECT ${text}::text AS other`, () => null)])
    })
    await expect(failing).rejects.toThrow('division by zero')
    const other = question(sql<{ other: string }>`SELECT ${text}::text AS other`, ([row]) => row?.other)
    expect(await ask(db, [pid, later, other])).toEqual([asked, text, text])
  })
})

/** Whoever asks for the lock 1 waits until its end. */
async function holdOne({ db }: Database) {
  const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = db.transaction().execute(async tx => {
    await sql`SELECT pg_advisory_xact_lock(1)`.execute(tx)
    held.resolve()
    await end.promise
  })
  await held.promise
  return {
    end() {
      end.resolve()
      return holding
    },
  }
}
