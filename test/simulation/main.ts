import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../../hub/database/embedded.ts'
import { migrate } from '../../hub/database/migrate.ts'
import { Divergence } from './divergence.ts'
import { type Hubs, openHubs } from './hubs.ts'
import { runSeed } from './run-seed.ts'
import { type Clock, instantOf } from './simulation.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    steps: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
  },
})
const [seeds, steps, first] = [Number(values.seeds), Number(values.steps), Number(values.first)]

// What the desk reports to nobody is a finding here: it knows of a fault, and nothing was to go wrong.
const complaints: unknown[] = []
console.error = (...words: unknown[]) => void complaints.push(words)

const folder = await mkdtemp(join(tmpdir(), 'desk-simulation-'))
const server = await openEmbedded(folder)
try {
  await migrate(server.url)
  // PostgreSQL itself is never cut off here, so nobody waits for its disk.
  process.exitCode = await runAll(`${server.url}?options=-c%20synchronous_commit%3Doff`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function runAll(url: string): Promise<number> {
  const clock: Clock = { now: Date.parse('2026-11-21T09:30:00.000Z') }
  const hubs = await openHubs(url, () => instantOf(clock))
  const begun = performance.now()
  const total = { commands: 0, accepted: 0 }
  try {
    for (let seed = first; seed < first + seeds; seed++) {
      const { commands, accepted } = await runOne(seed, hubs, clock)
      total.commands += commands
      total.accepted += accepted
    }
  } catch (problem) {
    if (problem instanceof Divergence) {
      console.log(problem.message)
      return 1
    }
    throw problem
  } finally {
    await hubs.close()
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(
    `${seeds} seeds of ${steps} steps from ${first}: no divergence, ${total.commands} commands, ${total.accepted} accepted, ${seconds} s`,
  )
  return 0
}

async function runOne(seed: number, hubs: Hubs, clock: Clock) {
  const replay = `npm run simulate -- --first ${seed} --seeds 1 --steps ${steps}`
  complaints.length = 0
  try {
    const outcome = await runSeed(seed, steps, hubs, clock)
    if (complaints.length > 0)
      throw new Divergence(`The desk complained: ${complaints.map(String).join('; ')}`)
    return outcome
  } catch (problem) {
    if (!(problem instanceof Divergence)) console.log(problem)
    const what = problem instanceof Error ? problem.message : String(problem)
    throw new Divergence(`Seed ${seed} diverged: ${what} Again: ${replay}`)
  }
}
