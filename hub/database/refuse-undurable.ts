import { sql } from 'kysely'
import { Refusal } from '../import/refusal.ts'
import type { Database } from './database.ts'

const needed = ['fsync', 'full_page_writes', 'synchronous_commit'] as const

/** A hub says that it has a change only when a power cut cannot take it: where PostgreSQL was told otherwise, it does not start. */
export async function refuseUndurable({ db }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM unnest(${needed}::text[]) AS name WHERE current_setting(name) = 'off' ORDER BY name`.execute(
    db,
  )
  if (rows.length === 0) return
  const off = rows.map(({ name }) => name).join(' and ')
  throw new Refusal(
    `PostgreSQL runs with ${off} off, so it could lose what the hub acknowledged: switch it on, then start the hub.`,
  )
}
