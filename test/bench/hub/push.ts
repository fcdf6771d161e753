import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId, StaffNumber } from '../../../shared/domain/ids.ts'
import { PROTOCOL } from '../../../shared/sync/protocol-version.ts'
import { type Ask, signedIn } from '../../signed-in.ts'
import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import { pgbench } from './pgbench.ts'
import { plainHub } from './plain-hub.ts'

const desks = 100
/** What is sent at once: pairs, so that all is again as it was. */
const together = 4
/** What each person does in a second: of all together, the rate that the budget names. */
const each = 3
const seconds = 10

/**
 * A hundred people at the rate that the budget names, after as long of the same, for a hub runs for weeks; then as fast as
 * they can, beside PostgreSQL's own benchmark.
 */
export const pushBenchmark: Benchmark = {
  names: ['push', 'push-rate'],
  async *run(world) {
    const { origin, url } = await plainHub(world)
    const seats = await Promise.all((await workOf(url)).map(work => seat(origin, work)))
    await atOnce(seats, paced)
    const started = performance.now()
    const times = (await atOnce(seats, paced)).flat()
    const reached = (times.length * together * 1000) / (performance.now() - started)
    const most = await mostOf(seats)
    const tps = await pgbench(world, seconds)
    const beside =
      tps === null
        ? 'pgbench: not run, it is not on this machine'
        : `pgbench ${Math.round(tps)} transactions/s`
    const ratio = tps === null ? null : most / tps
    const offered = `median ${median(times).toFixed(1)} ms at ${Math.round(reached)} commands/s of ${desks} desks`
    yield { name: 'push', value: p95(times), baseline: null, ratio: null, detail: offered }
    yield {
      name: 'push-rate',
      value: most,
      baseline: tps,
      ratio,
      detail: `${together} commands a push; ${beside}`,
    }
  },
}

interface Seat {
  /** Says how long the hub took to say that it has them, in milliseconds. */
  push(): Promise<number>
}

const atOnce = <Value>(seats: readonly Seat[], work: (seat: Seat) => Promise<Value>) =>
  Promise.all(seats.map(work))

async function paced({ push }: Seat): Promise<readonly number[]> {
  const times: number[] = []
  const pause = (together / each) * 1000
  await sleep(Math.random() * pause)
  const started = performance.now()
  for (let next = started + pause; next <= started + seconds * 1000; next += pause) {
    times.push(await push())
    await sleep(Math.max(0, next - performance.now()))
  }
  return times
}

async function mostOf(seats: readonly Seat[]): Promise<number> {
  const started = performance.now()
  const until = started + (seconds * 1000) / 2
  const counts = await atOnce(seats, async ({ push }) => {
    let count = 0
    for (; performance.now() < until; count++) await push()
    return count
  })
  const pushes = counts.reduce((sum, count) => sum + count, 0)
  return (pushes * together * 1000) / (performance.now() - started)
}

interface Work {
  readonly staffNumber: StaffNumber
  readonly masterCaseNumber: string
  readonly request: string
  readonly sequence: number
}

/** What is open, a piece for each desk: of as many people as there are, the same again at another device. */
async function workOf(url: string): Promise<readonly Work[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ document: string }>(
      `SELECT document FROM case_group WHERE status <> 'Closed' AND holder IN (
         SELECT s ->> 'number' FROM organisation, jsonb_array_elements(document::jsonb -> 'staff') AS s
         WHERE s ->> 'access' = 'active') ORDER BY id`,
    )
    const all = rows.flatMap(({ document }) => openWork(JSON.parse(document) as CaseGroup) ?? [])
    const first = [...new Map(all.toReversed().map(work => [work.staffNumber, work])).values()]
    return [...first, ...all.filter(work => !first.includes(work))].slice(0, desks)
  } finally {
    await client.end()
  }
}

function openWork({ id, holder, serviceRequests }: CaseGroup): Work | undefined {
  const own = serviceRequests.filter(
    each => each.kind === 'case-owning' && each.status === 'Started' && each.holder === holder,
  )
  const [request] = own.filter(({ activities }) => activities.some(({ status }) => status === 'Open'))
  const activity = request?.activities.find(({ status }) => status === 'Open')
  if (!holder || !request || !activity) return undefined
  return { staffNumber: holder, masterCaseNumber: id, request: request.number, sequence: activity.sequence }
}

/** Completes his activity and takes that back, over and over. */
async function seat(origin: string, { staffNumber, ...args }: Work): Promise<Seat> {
  const ask: Ask = await signedIn(origin, staffNumber)
  const clientId = randomUUID()
  let seq = 0
  return {
    async push() {
      const commands = Array.from({ length: together }, (_, n) => ({
        seq: ++seq,
        envelope: {
          ...{ id: randomUUID() as CommandId, args, saw: {}, reason: null, batch: null },
          name: n % 2 === 0 ? 'complete-activity' : 'reopen-activity',
          issuedAt: new Date().toISOString(),
        },
      }))
      const started = performance.now()
      await ask('/sync/push', { protocol: PROTOCOL, staffNumber, clientId, commands })
      return performance.now() - started
    },
  }
}
