import type pg from 'pg'

const tables = [
  'hub_version',
  'version_log',
  'case_group',
  'organisation',
  'aggregate',
  'bucket_member',
  'bucket',
  'command_result',
  'client',
  'audit',
  'session',
]

/**
 * Copies of all the hub's rows, so that it can go back in time. The keys it gave to devices are not among them:
 * a restored hub that has lost those would leave the caseload that browsers keep unreadable.
 */
export interface Copies {
  save(name: string): Promise<void>
  restore(name: string): Promise<void>
}

export async function copiesIn(pool: pg.Pool, names: readonly string[]): Promise<Copies> {
  const made = names.flatMap(name => [
    `DROP SCHEMA IF EXISTS ${name} CASCADE; CREATE SCHEMA ${name}`,
    ...tables.map(table => `CREATE UNLOGGED TABLE ${name}.${table} AS TABLE public.${table} WITH NO DATA`),
  ])
  await pool.query(made.join(';'))
  return {
    save: name =>
      all(pool, table => [`DELETE FROM ${name}.${table}`, copy(`public.${table}`, `${name}.${table}`)]),
    restore: name =>
      all(pool, table => [`DELETE FROM public.${table}`, copy(`${name}.${table}`, `public.${table}`)]),
  }
}

const copy = (from: string, to: string) => `INSERT INTO ${to} SELECT * FROM ${from}`

// As a replica applies rows: no trigger fires, the one that guards the audit trail among them, and keys are not checked.
async function all(pool: pg.Pool, statements: (table: string) => readonly string[]): Promise<void> {
  const work = tables.flatMap(statements).join(';')
  await pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off; ${work}; COMMIT`,
  )
}
