import { sql } from 'kysely'
import { type Aggregate, type AggregateKey, documentName } from '../../shared/domain/aggregate.ts'
import { known, type Question, question } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'

/** Aggregates by their names, those there are, locked to the end of the transaction in the order of kind and id. */
export function lockAggregates(keys: readonly AggregateKey[]): Question<ReadonlyMap<string, Aggregate>> {
  if (keys.length === 0) return known(new Map())
  const [kinds, ids] = [keys.map(([kind]) => kind), keys.map(([, id]) => id)]
  const query = sql<{ document: string }>`
    SELECT document FROM aggregate
    WHERE (kind, id) IN (SELECT * FROM unnest(${kinds}::text[], ${ids}::text[]))
    ORDER BY kind, id FOR UPDATE`
  return question(query, byName)
}

/** All that there are but data exceptions: those are many, an import makes them anew, and nothing else decides their buckets. */
export async function loadAggregates(tx: HubTransaction): Promise<readonly Aggregate[]> {
  const { rows } = await sql<{ document: string }>`
    SELECT document FROM aggregate WHERE kind <> 'data-exception' ORDER BY kind, id`.execute(tx)
  return rows.map(({ document }) => JSON.parse(document) as Aggregate)
}

function byName(rows: readonly { readonly document: string }[]): ReadonlyMap<string, Aggregate> {
  const found = rows.map(({ document }) => JSON.parse(document) as Aggregate)
  return new Map(found.map(aggregate => [documentName(aggregate.kind, aggregate.id), aggregate]))
}
