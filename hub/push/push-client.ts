import { sql } from 'kysely'
import type { ClientId, CommandId, StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import type { HubTransaction } from '../database/database.ts'
import { Refusal } from '../http/refusal.ts'

export interface StoredResult {
  readonly seq: number
  readonly id: CommandId
  readonly result: CommandResult
}

const PERSON = 7_206

/**
 * The last seq that was taken from a client, which belongs to the first person that uses it. A person's pushes follow
 * one another, from whichever device: a command that two of them bring is done once.
 */
export async function lockClient(
  tx: HubTransaction,
  client: ClientId,
  staffNumber: StaffNumber,
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(${PERSON}, hashtext(${staffNumber}))`.execute(tx)
  const { rows } = await sql<{ staffNumber: string; lastSeq: number }>`
    INSERT INTO client AS c (client_id, staff_number) VALUES (${client}, ${staffNumber})
    ON CONFLICT (client_id) DO UPDATE SET last_seq = c.last_seq
    RETURNING staff_number AS "staffNumber", last_seq AS "lastSeq"`.execute(tx)
  const [row] = rows
  if (!row || row.staffNumber !== staffNumber) throw new Refusal('foreign-client')
  return row.lastSeq
}

/** What became of commands that this person sent before, through any client. */
export async function resultsById(
  tx: HubTransaction,
  staffNumber: StaffNumber,
  ids: readonly CommandId[],
): Promise<ReadonlyMap<CommandId, CommandResult>> {
  const { rows } = await sql<{ id: CommandId; result: string }>`
    SELECT command_id AS id, result FROM command_result
    WHERE command_id = ANY(${ids}::uuid[]) AND staff_number = ${staffNumber}`.execute(tx)
  return new Map(rows.map(({ id, result }) => [id, JSON.parse(result) as CommandResult]))
}

/** Keeps the results, and how far the client has come. */
export async function storeResults(
  tx: HubTransaction,
  client: ClientId,
  staffNumber: StaffNumber,
  results: readonly StoredResult[],
  now: Instant,
): Promise<void> {
  const seqs = results.map(({ seq }) => seq)
  const texts = results.map(({ result }) => JSON.stringify(result))
  await sql`
    WITH stored AS (
      INSERT INTO command_result (client_id, seq, staff_number, command_id, result, at)
      SELECT ${client}::uuid, seq, ${staffNumber}, id, result, ${now}::timestamptz
      FROM unnest(${seqs}::bigint[], ${results.map(({ id }) => id)}::uuid[], ${texts}::text[]) AS t (seq, id, result)
    ) UPDATE client SET last_seq = ${Math.max(...seqs)} WHERE client_id = ${client}`.execute(tx)
}
