import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate } from '../../../hub/database/migrate.ts'
import { execute } from '../../bench/server.ts'

const server = inject('postgres')
const name = `hub_${randomBytes(6).toString('hex')}`
const url = server.replace(/\/\/[^@]*@/, `//${name}:secret@`).replace(/\/desk$/, `/${name}`)

let client: pg.Client

// As in production: an ordinary user of PostgreSQL, whose database it is.
beforeAll(async () => {
  await execute(
    server,
    `CREATE ROLE ${name} LOGIN PASSWORD 'secret'`,
    `CREATE DATABASE ${name} OWNER ${name}`,
  )
  await migrate(url)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("INSERT INTO audit VALUES (1, now(), '{}', '', '')")
})

afterAll(async () => {
  await client.end()
  await execute(server, `DROP DATABASE ${name}`, `DROP ROLE ${name}`)
})

const forbidden = [
  ['changed', "UPDATE audit SET entry = '[]'"],
  ['deleted', 'DELETE FROM audit'],
  ['emptied', 'TRUNCATE audit'],
] as const

describe('ACC-5: the audit trail, to the user that the hub is in its database', () => {
  it('can be read and added to, and nothing else', async () => {
    const { rows } = await client.query(
      "SELECT privilege_type AS right FROM information_schema.table_privileges WHERE table_name = 'audit' ORDER BY 1",
    )
    expect(rows.map(({ right }) => right)).toEqual(['INSERT', 'SELECT'])
  })

  it.each(forbidden)('cannot be %s', async (_, statement) => {
    await expect(client.query(statement)).rejects.toThrow('permission denied for table audit')
  })

  it.each(forbidden)(
    'cannot be %s with the right to it either: a trigger is besides',
    async (_, statement) => {
      await client.query(`GRANT ALL ON audit TO ${name}`)
      await expect(client.query(statement)).rejects.toThrow(
        'Nothing in the audit trail is ever changed or deleted.',
      )
    },
  )

  it('is whole after all that', async () => {
    expect((await client.query('SELECT seq, entry FROM audit')).rows).toEqual([{ seq: '1', entry: '{}' }])
  })
})
