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
import { verifyAuditBenchmark } from './hub/verify-audit.ts'
import { importBenchmark } from './import.ts'
import { type BenchOptions, optionsFrom, WrongArguments } from './options.ts'
import { asJson, asTableLine, tableHead } from './print.ts'
import { openWorld, type World } from './world.ts'

/** Those of one world share what they made there; nothing of it runs beside those of the next. */
const worlds: readonly (readonly Benchmark[])[] = [
  [allocateBenchmark, importBenchmark, verifyAuditBenchmark],
  // One desk; what changes the caseload comes last.
  [
    firstSyncBenchmark,
    heapBenchmark,
    scrollBenchmark,
    keystrokeBenchmark,
    patchBenchmark,
    commandBenchmark,
    bulkBenchmark,
    incidentsBenchmark,
  ],
  // One hub; what multiplies its caseload comes last.
  [pushBenchmark, pullBenchmark],
]

const signals = ['SIGINT', 'SIGTERM'] as const

try {
  await bench(optionsFrom(process.argv.slice(2)))
} catch (problem) {
  console.error(problem instanceof Error && problem instanceof WrongArguments ? problem.message : problem)
  process.exitCode = problem instanceof WrongArguments ? 2 : 1
}

/** Prints each figure as soon as it is known. What is missed is said, and ends nothing. */
async function bench(options: BenchOptions): Promise<void> {
  if (!options.json) console.log(tableHead)
  for (const benchmarks of worlds) {
    const chosen = benchmarks.filter(({ names }) => names.some(name => options.only.has(name)))
    if (chosen.length > 0) await benchIn(await openWorld(options.groups), chosen, options)
  }
}

async function benchIn(
  world: World,
  benchmarks: readonly Benchmark[],
  { json, only }: BenchOptions,
): Promise<void> {
  // Its PostgreSQL outlives a killed parent, so an interrupted bench stops it too.
  const stop = () => void world.close().finally(() => process.exit(130))
  // It comes twice where a whole group of processes is told: from the terminal, and from the parent that passes it on.
  for (const signal of signals) process.on(signal, stop)
  try {
    for (const { run } of benchmarks) {
      for await (const figure of run(world)) {
        if (only.has(figure.name)) console.log(json ? asJson(figure) : asTableLine(figure))
      }
    }
  } finally {
    await world.close()
    for (const signal of signals) process.off(signal, stop)
  }
}
