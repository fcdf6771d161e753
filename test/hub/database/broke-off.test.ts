import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { brokeOff } from '../../../hub/database/broke-off.ts'
import { createTestDatabase } from '../../postgres.ts'

const database = await createTestDatabase()
afterAll(() => database.drop())

async function aClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  return client
}

const problemOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => Promise.reject(new Error('It was answered.')),
    problem => problem,
  )

describe('IMP-7 a connection that broke', () => {
  it('is told as one by every question after the one that it broke under', async () => {
    const [client, other] = [await aClient(), await aClient()]
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
    const under = problemOf(client.query('SELECT pg_sleep(30)'))
    await other.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
    expect(await under).toMatchObject({ code: '57P01' })
    const { code, message } = await problemOf(client.query('SELECT 1'))
    expect({ code, broke: brokeOff(message) }).toEqual({ code: undefined, broke: true })
    await other.end()
    expect(brokeOff((await problemOf(other.query('SELECT 1'))).message)).toBe(true)
  })

  it('is not what the database refuses', async () => {
    const client = await aClient()
    expect(brokeOff((await problemOf(client.query('SELECT nothing'))).message)).toBe(false)
    await client.end()
  })
})
