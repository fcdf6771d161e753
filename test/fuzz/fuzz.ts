import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../../hub/app.ts'
import { type Database, openDatabase } from '../../hub/database/database.ts'
import { openProvider } from '../../hub/session/provider.ts'
import { openVersion } from '../../hub/store/open-version.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { aClient } from '../hub/support/a-client.ts'
import { type Afterwards, judgeAfterwards } from './afterwards.ts'
import type { Request } from './any-request.ts'
import { faultOf } from './judge.ts'
import { openLine } from './line.ts'
import { attackers, documents, organisation } from './planted.ts'
import { request } from './requests.ts'
import { type Seat, sitDown } from './seat.ts'

const NOW = '2026-11-21T09:30:00.000Z'
const CHUNK = 100
const AT_ONCE = 4

export interface Fuzzed extends Afterwards {
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>
}

/** Sends a migrated, empty hub so many requests by people who may see little, and judges every answer. */
export async function fuzz(url: string, requests: number, seed: number): Promise<Fuzzed> {
  const database = openDatabase(url)
  await fill(database)
  const app = await openApp(database)
  const line = await openLine(app)
  try {
    const victim = await aClient(app, 'N1-1')
    await victim.pull()
    const seats = await Promise.all(attackers.map(attacker => sitDown(line, attacker, victim)))
    const statuses = new Map<number, number>()
    const faults: string[] = []
    for (let done = 0; done < requests; done += CHUNK) {
      const numRuns = Math.min(CHUNK, requests - done)
      const acts = fc.sample(fc.record({ request, by: fc.constantFrom(...seats) }), {
        numRuns,
        seed: seed + done,
      })
      await inLanes(acts, async act => {
        const { status, fault } = await judged(act)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (fault) faults.push(`${fault} (--seed ${seed + done} --requests ${CHUNK})`)
      })
    }
    const { accepted, faults: later } = await judgeAfterwards(app, database)
    return { statuses, accepted, faults: [...faults, ...later] }
  } finally {
    await app.close()
    await database.close()
  }
}

async function judged({ request, by }: { readonly request: Request; readonly by: Seat }) {
  const answer = await by.send(request)
  const fault = faultOf(answer, by.forbidden)
  const who = by.staffNumber ?? 'nobody'
  return { status: answer.status, fault: fault && `${who} ${fault}: ${JSON.stringify(request)}` }
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

function fill({ db }: Database): Promise<unknown> {
  return db.transaction().execute(async tx => {
    const version = openVersion(tx, indexOrganisation(organisation), NOW)
    await version.put(documents)
    return version.finish()
  })
}

// Nobody answers at the provider's address: whoever signs in with it is told so.
const provider = {
  issuer: 'http://127.0.0.1:1',
  clientId: 'desk',
  clientSecret: null,
  claim: 'sub',
  audience: 'hub',
  publicUrl: 'http://127.0.0.1',
}

function openApp(database: Database): Promise<FastifyInstance> {
  return buildApp({
    database,
    demo: true,
    deskFolder: null,
    clock: () => NOW,
    log: pino({ level: 'silent' }),
    limits: { address: Number.MAX_SAFE_INTEGER, person: Number.MAX_SAFE_INTEGER, lag: 0, heap: 1 },
    provider: openProvider(provider),
  })
}
