import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../../hub/database/embedded.ts'
import { migrate } from '../../hub/database/migrate.ts'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const [requests, seed] = [Number(values.requests), Number(values.seed)]

const folder = await mkdtemp(join(tmpdir(), 'desk-fuzz-'))
const server = await openEmbedded(folder)
try {
  await migrate(server.url)
  console.log(`${requests} requests from seed ${seed} …`)
  const begun = performance.now()
  const { statuses, accepted, faults } = await fuzz(server.url, requests, seed)
  for (const fault of oneOfEach(faults).slice(0, 20)) console.log(fault)
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  const counts = [...statuses].sort().map(([status, count]) => `${count} × ${status}`)
  console.log(`${faults.length} faults; ${counts.join(', ')}; ${accepted} commands accepted; ${seconds} s`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Of those that differ only in what was asked, the first. */
function oneOfEach(faults: readonly string[]): readonly string[] {
  const kinds = Map.groupBy(faults, fault => fault.split(': ')[0])
  return [...kinds.values()].flatMap(([first]) => first ?? [])
}
