import { allocate, allocationFacts } from '../../shared/domain/allocation.ts'
import type { BomIndex } from '../../shared/domain/bom-index.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { Benchmark } from './benchmark.ts'
import { documents } from './caseload/documents.ts'
import { median } from './median.ts'

const rounds = 15

/** Facts read off a group and its segment decided, again and again over a whole caseload, on one core. */
export const allocateBenchmark: Benchmark = {
  names: ['allocate'],
  async *run(world) {
    const { groups, index } = await documents(world)
    const speeds = Array.from({ length: rounds }, () => speedOf(groups, index.bom))
    yield {
      name: 'allocate',
      value: median(speeds),
      baseline: null,
      ratio: null,
      detail: `best of ${rounds}: ${Math.round(Math.max(...speeds)).toLocaleString('en-GB')}`,
    }
  },
}

// By the seconds that the process was on a core: what else runs on the machine takes none of them.
function speedOf(groups: readonly CaseGroup[], bom: BomIndex): number {
  const started = process.cpuUsage()
  let ranks = 0
  for (const group of groups) ranks += allocate(allocationFacts(group), bom).rank
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1_000_000
  if (ranks === 0) throw new Error('Nothing was allocated.')
  return groups.length / seconds
}
