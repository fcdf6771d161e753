import { allocateBenchmark } from './allocate.ts'
import type { Benchmark } from './benchmark.ts'
import { bulkBenchmark } from './desk/bulk.ts'
import { commandBenchmark } from './desk/command.ts'
import { firstSyncBenchmark } from './desk/first-sync.ts'
import { heapBenchmark } from './desk/heap.ts'
import { incidentsBenchmark } from './desk/incidents.ts'
import { keystrokeBenchmark } from './desk/keystroke.ts'
import { patchBenchmark } from './desk/patch.ts'
import { scrollBenchmark } from './desk/scroll.ts'
import { pullBenchmark } from './hub/pull.ts'
import { pushBenchmark } from './hub/push.ts'
import { importBenchmark } from './import.ts'
import { type BenchOptions, optionsFrom, WrongArguments } from './options.ts'
import { asJson, asTableLine, tableHead } from './print.ts'
import { openWorld } from './world.ts'

const benchmarks: readonly Benchmark[] = [
  allocateBenchmark,
  importBenchmark,
  firstSyncBenchmark,
  // These share one desk; what changes the caseload comes last.
  heapBenchmark,
  scrollBenchmark,
  keystrokeBenchmark,
  patchBenchmark,
  commandBenchmark,
  bulkBenchmark,
  incidentsBenchmark,
  // These share one hub; what multiplies its caseload comes last.
  pushBenchmark,
  pullBenchmark,
]

try {
  await bench(optionsFrom(process.argv.slice(2)))
} catch (problem) {
  console.error(problem instanceof Error && problem instanceof WrongArguments ? problem.message : problem)
  process.exitCode = problem instanceof WrongArguments ? 2 : 1
}

/** Prints each figure as soon as it is known. What is missed is said, and ends nothing. */
async function bench({ json, only, groups }: BenchOptions): Promise<void> {
  const world = await openWorld(groups)
  // Its PostgreSQL outlives a killed parent, so an interrupted bench stops it too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void world.close().finally(() => process.exit(130)))
  }
  if (!json) console.log(tableHead)
  try {
    for (const { names, run } of benchmarks) {
      if (!names.some(name => only.has(name))) continue
      for await (const figure of run(world)) {
        if (only.has(figure.name)) console.log(json ? asJson(figure) : asTableLine(figure))
      }
    }
  } finally {
    await world.close()
  }
}
