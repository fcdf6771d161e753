import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { brokeOff, didNotCome } from '../../../hub/database/broke-off.ts'
import { createTestDatabase } from '../../postgres.ts'

const database = await createTestDatabase()
afterAll(() => database.drop())

const clients: pg.Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => undefined)
})

async function aClient(more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, ...more })
  client.on('error', () => {})
  await client.connect()
  clients.push(client)
  return client
}

/** Ends the connection as a server that is stopped does. */
async function terminate(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  const ended = new Promise<void>(done => client.once('end', done))
  await (await aClient()).query('SELECT pg_terminate_backend($1)', [rows[0].pid])
  await ended
}

const problemOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => Promise.reject(new Error('It was answered.')),
    problem => problem,
  )

describe('a connection that broke', () => {
  it('is told as one by every question after the one that it broke under', async () => {
    const client = await aClient()
    const under = problemOf(client.query('SELECT pg_terminate_backend(pg_backend_pid())'))
    const next = problemOf(client.query('SELECT 1'))
    expect(await under).toMatchObject({ code: '57P01' })
    expect(brokeOff((await next).message)).toBe(true)
  })

  it('is told as one by the first question after it broke, and after it was ended', async () => {
    const client = await aClient()
    await terminate(client)
    const { code, message } = await problemOf(client.query('SELECT 1'))
    expect({ code, broke: brokeOff(message) }).toEqual({ code: undefined, broke: true })
    const ended = await aClient()
    await ended.end()
    expect(brokeOff((await problemOf(ended.query('SELECT 1'))).message)).toBe(true)
  })

  it('is one that does not answer in its time', async () => {
    const client = await aClient({ query_timeout: 50 })
    expect(brokeOff((await problemOf(client.query('SELECT pg_sleep(1)'))).message)).toBe(true)
  })

  it('is not what the database refuses', async () => {
    const { message } = await problemOf((await aClient()).query('SELECT nothing'))
    expect([brokeOff(message), didNotCome(message)]).toEqual([false, false])
  })
})

describe('a connection that does not come', () => {
  it.each(['a client', 'a pool'])('is told apart, by %s', async who => {
    const sockets: Socket[] = []
    const silent = createServer(socket => void sockets.push(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const where = { host: '127.0.0.1', port, user: 'desk', connectionTimeoutMillis: 50 }
    const connecting = who === 'a client' ? new pg.Client(where).connect() : new pg.Pool(where).connect()
    const { message } = await problemOf(connecting)
    expect([message, brokeOff(message), didNotCome(message)]).toEqual([message, false, true])
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
})
