import { randomUUID } from 'node:crypto'
import { PROTOCOL, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import type { PullReply } from '../../../shared/sync/pull.ts'
import { type Ask, signedIn } from '../../signed-in.ts'
import type { Benchmark } from '../benchmark.ts'
import { somebodyElse } from '../desk/somebody-else.ts'
import { median, p95 } from '../median.ts'
import { multiply } from './multiply.ts'
import { plainHub } from './plain-hub.ts'

const rounds = 60
const changed = 10
const times = 20

/** Ten changes of somebody else's, pulled by a manager who has the rest: with the caseload, then with twenty times as much in the hub. */
export const pullBenchmark: Benchmark = {
  names: ['pull-10'],
  async *run(world) {
    const hub = await plainHub(world)
    const { staffNumber } = hub.manager
    const other = await somebodyElse(hub)
    const puller = await upToDate(await signedIn(hub.origin, staffNumber), staffNumber)
    const round = async () => {
      await other.reassign(changed)
      return puller.pull()
    }
    const few = await measured(round)
    world.say(`Making ${(world.groups * times).toLocaleString('en-GB')} case groups of them …`)
    await multiply(hub.url, times)
    const many = await measured(round)
    const [value, baseline] = [p95(many), p95(few)]
    const detail = `medians ${median(many).toFixed(1)} and ${median(few).toFixed(1)} ms, of ${rounds}`
    yield { name: 'pull-10', value, baseline, ratio: median(many) / median(few), detail }
  },
}

async function measured(round: () => Promise<number>): Promise<readonly number[]> {
  const found: number[] = []
  for (let n = -5; n < rounds; n++) {
    const ms = await round()
    if (n >= 0) found.push(ms)
  }
  return found
}

interface Puller {
  /** Says how long the hub took to send the ten, in milliseconds. */
  pull(): Promise<number>
}

async function upToDate(ask: Ask, staffNumber: string): Promise<Puller> {
  const clientId = randomUUID()
  let caseload: string | null = null
  async function page(): Promise<PullReply> {
    const known = { protocol: PROTOCOL, schema: SCHEMA, staffNumber, clientId, resultsAfter: 0 }
    const reply = (await ask('/sync/pull', { ...known, caseload, sensitive: null })) as PullReply
    caseload = reply.caseload.cookie
    return reply
  }
  while ((await page()).caseload.more);
  return {
    async pull() {
      const started = performance.now()
      const { caseload: got } = await page()
      const ms = performance.now() - started
      if (got.patch.length !== changed) throw new Error(`${got.patch.length} documents came, not ${changed}.`)
      return ms
    },
  }
}
