import type { FileName } from './extract-files.ts'
import { sourceOf } from './merge.ts'
import type { Queries } from './session.ts'

/**
 * Takes the keys and indexes off a table that is empty, and gives back what puts them on again: filling it first
 * takes half the time.
 */
export async function withoutIndexes(queries: Queries, name: FileName): Promise<() => Promise<void>> {
  const table = sourceOf(name)
  const { rows } = await queries.query<{ drop: string; create: string }>(
    `SELECT 'ALTER TABLE ${table} DROP CONSTRAINT ' || conname AS drop,
       'ALTER TABLE ${table} ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid) AS create
     FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'
     UNION ALL
     SELECT 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
     FROM pg_index WHERE indrelid = $1::regclass AND NOT indisprimary`,
    [table],
  )
  for (const { drop } of rows) await queries.query(drop)
  return async () => {
    for (const { create } of rows) await queries.query(create)
  }
}
