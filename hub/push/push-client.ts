import { sql } from 'kysely'
import type { ClientId, CommandId, StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import { type Question, question } from '../database/ask.ts'

/** A person's client. */
export interface Pusher {
  readonly clientId: ClientId
  readonly staffNumber: StaffNumber
}

export interface StoredResult {
  readonly seq: number
  readonly id: CommandId
  readonly result: CommandResult
}

const PERSON = 7_206

/**
 * The last seq that was taken from each client, which belongs to the first person that uses it; those of others are
 * left out. A person's pushes follow one another, from whichever device: a command that two of them bring is done once.
 */
export function lockClients(pushers: readonly Pusher[]): Question<ReadonlyMap<ClientId, number>> {
  const clients = pushers.map(({ clientId }) => clientId)
  const people = pushers.map(({ staffNumber }) => staffNumber)
  // In one order for everybody, so that nobody waits in a circle.
  const query = sql<Pusher & { lastSeq: number }>`
    WITH pusher AS (
      SELECT * FROM unnest(${clients}::uuid[], ${people}::text[]) AS pusher (client_id, staff_number)
    ), alone AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(${PERSON}, person)
      FROM (SELECT hashtext(staff_number) AS person FROM pusher ORDER BY person) AS people
    ) INSERT INTO client AS c (client_id, staff_number)
      SELECT client_id, staff_number FROM pusher, (SELECT count(*) FROM alone) AS all_of_them ORDER BY client_id
      ON CONFLICT (client_id) DO UPDATE SET last_seq = c.last_seq
      RETURNING client_id AS "clientId", staff_number AS "staffNumber", last_seq AS "lastSeq"`
  const isOwn = (row: Pusher) =>
    pushers.some(({ clientId, staffNumber }) => clientId === row.clientId && staffNumber === row.staffNumber)
  return question(
    query,
    rows => new Map(rows.filter(isOwn).map(({ clientId, lastSeq }) => [clientId, lastSeq])),
  )
}

/** What became of commands that a person sent before, through any client. */
export function resultsById(
  commands: readonly { readonly staffNumber: StaffNumber; readonly id: CommandId }[],
): Question<ReadonlyMap<StaffNumber, ReadonlyMap<CommandId, CommandResult>>> {
  const query = sql<{ staffNumber: StaffNumber; id: CommandId; result: string }>`
    SELECT staff_number AS "staffNumber", command_id AS id, result
    FROM command_result JOIN unnest(
      ${commands.map(({ staffNumber }) => staffNumber)}::text[],
      ${commands.map(({ id }) => id)}::uuid[]) AS asked (staff_number, command_id)
    USING (staff_number, command_id)`
  return question(query, rows => {
    const found = Map.groupBy(rows, ({ staffNumber }) => staffNumber)
    return new Map(
      [...found].map(([person, his]) => [
        person,
        new Map(his.map(({ id, result }) => [id, JSON.parse(result) as CommandResult])),
      ]),
    )
  })
}

/** Keeps the results, and how far the clients have come. */
export function storeResults(results: readonly (StoredResult & Pusher)[], now: Instant): Question<unknown> {
  const texts = results.map(({ result }) => JSON.stringify(result))
  const query = sql`
    WITH came AS (
      SELECT * FROM unnest(
        ${results.map(({ clientId }) => clientId)}::uuid[], ${results.map(({ seq }) => seq)}::bigint[],
        ${results.map(({ staffNumber }) => staffNumber)}::text[], ${results.map(({ id }) => id)}::uuid[],
        ${texts}::text[]) AS t (client_id, seq, staff_number, command_id, result)
    ), stored AS (
      INSERT INTO command_result (client_id, seq, staff_number, command_id, result, at)
      SELECT *, ${now}::timestamptz FROM came
    ) UPDATE client SET last_seq = last.seq
      FROM (SELECT client_id, max(seq) AS seq FROM came GROUP BY client_id) AS last
      WHERE client.client_id = last.client_id`
  return question(query, () => null)
}
