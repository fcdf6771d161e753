import { isDeepStrictEqual } from 'node:util'
import { aggregatePut } from '../../renderer/replica/aggregates.ts'
import { matches, type Part } from '../../renderer/replica/base.ts'
import { digestText } from '../../renderer/replica/digest.ts'
import { emptyHolding, take } from '../../renderer/replica/holding.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { Divergence } from './divergence.ts'
import { hasAccess, visibleTo } from './model.ts'
import type { Seat } from './seat.ts'
import { instantOf, type Simulation } from './simulation.ts'

/** After a pull that came through: what is held is what the person may see at the hub now, no more and no less. */
export function checkBase(seat: Seat, { model, clock }: Simulation): void {
  const { base } = seat.parts.replica
  for (const part of ['caseload', 'sensitive'] as const) {
    const { groups, aggregates } = base[part]
    const held = new Map<string, unknown>(
      [...groups, ...aggregates].map(([name, { document }]) => [name, document]),
    )
    const expected = visibleTo(seat.person, model, part, londonDate(instantOf(clock)))
    for (const [id, group] of expected) {
      if (!isDeepStrictEqual(held.get(id), group))
        throw new Divergence(`${seat.person} holds ${id} otherwise than the hub.`)
    }
    for (const id of held.keys()) {
      if (!expected.has(id)) throw new Divergence(`${seat.person} still holds ${id}, which he may not see.`)
    }
    checkDigests(seat, part)
  }
  if (!isDeepStrictEqual(base.caseload.organisation?.document, model.organisation)) {
    throw new Divergence(`${seat.person} holds another organisation than the hub.`)
  }
}

/** Whoever is not let in any more holds nothing (ACC-2). */
export function checkForgotten(seat: Seat): void {
  const { caseload, sensitive } = seat.parts.replica.base
  const parts = [caseload, sensitive].map(({ groups, aggregates }) => groups.size + aggregates.size)
  const held = parts.reduce((sum, size) => sum + size, 0) + (caseload.organisation ? 1 : 0)
  if (held > 0) throw new Divergence(`${seat.person} is not let in any more and still holds something.`)
}

/** What was counted along the way is what counting again gives. */
function checkDigests(seat: Seat, part: Part): void {
  const holding = seat.parts.replica.base[part]
  const again = emptyHolding()
  for (const [id, held] of holding.groups) take(again, { op: 'put', kind: 'case-group', id, ...held })
  for (const held of holding.aggregates.values()) take(again, aggregatePut(held))
  if (holding.organisation)
    take(again, { op: 'put', kind: 'organisation', id: 'organisation', ...holding.organisation })
  const counted = [...holding.digests].filter(([, { count }]) => count > 0)
  const said = Object.fromEntries(
    counted.map(([bucket, digest]) => [bucket, [digest.count, digestText(digest)] as const]),
  )
  if (!matches(again, [...again.digests.keys()], said) || again.digests.size !== counted.length) {
    throw new Divergence(`${seat.person} has counted his ${part} wrongly.`)
  }
}

/** At the end, with nothing left to send: the hub is what the model says, and each command was done once or refused once. */
export async function checkEnd(simulation: Simulation): Promise<void> {
  const { hubs, model } = simulation
  const { rows } = await hubs.database.pool.query<{ id: string; document: string }>(
    'SELECT id, document FROM case_group',
  )
  if (rows.length !== model.groups.size) throw new Divergence('The hub has other case groups than the model.')
  for (const { id, document } of rows) {
    const expected = model.groups.get(id as never)
    if (!isDeepStrictEqual(JSON.parse(document), expected))
      throw new Divergence(`The hub has ${id} otherwise than the model.`)
  }
  await checkAggregates(simulation)
  await checkAudit(simulation)
}

async function checkAggregates({ hubs, model }: Simulation): Promise<void> {
  const { rows } = await hubs.database.pool.query<{ kind: string; id: string; document: string }>(
    'SELECT kind, id, document FROM aggregate',
  )
  const found = new Map(rows.map(({ kind, id, document }) => [documentName(kind, id), JSON.parse(document)]))
  if (!isDeepStrictEqual(found, new Map(model.aggregates)))
    throw new Divergence('The hub has other aggregates than the model.')
}

async function checkAudit({ hubs, model }: Simulation): Promise<void> {
  const { rows } = await hubs.database.pool.query<{ command: string }>(
    `SELECT entry::json->>'command' AS command FROM audit WHERE entry::json#>>'{actor,kind}' = 'person'`,
  )
  const done = rows.map(({ command }) => command).filter(command => command !== null)
  const accepted = [...model.results].filter(([, { kind }]) => kind === 'accepted').map(([id]) => id)
  if (!isDeepStrictEqual(done.sort(), accepted.sort()))
    throw new Divergence('A command was not done exactly once.')
}

/** What a person still has in his outbox: refused commands only, with what the hub said of them. */
export function checkOutbox(seat: Seat, at: number, { model, saved, settled }: Simulation): void {
  if (!hasAccess(seat.person, model)) return
  const entries = seat.parts.outbox.entries()
  if (entries.some(({ refused }) => !refused))
    throw new Divergence(`The outbox of ${seat.person} is not empty.`)
  const shown = new Set(entries.map(({ envelope }) => envelope.id))
  for (const [id, { person, device }] of saved) {
    if (person !== seat.person || device !== at) continue
    const result = model.results.get(id)?.kind
    const told = shown.has(id) || settled.has(id)
    if (result === 'refused' && !told)
      throw new Divergence(`${person} was not told that a command was refused.`)
    // A hub that went back in time may have forgotten what it refused; the person has been told once.
    if (result === undefined && !told)
      throw new Divergence(`A command that ${person} saved never came to the hub.`)
    if (result === 'accepted' && told) throw new Divergence(`${person} was told of a refusal that was none.`)
  }
}
