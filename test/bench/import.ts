import type { Benchmark } from './benchmark.ts'
import { extract } from './caseload/extract.ts'
import { copyInto } from './copy-into.ts'
import { type Imported, importInto } from './import-into.ts'
import { median } from './median.ts'
import { server } from './server.ts'
import type { World } from './world.ts'

const rounds = 3
const mega = 1024 * 1024

/** The hub's import into an empty hub beside PostgreSQL's COPY of the same files, turn about. */
export const importBenchmark: Benchmark = {
  names: ['import', 'import-memory'],
  async *run(world) {
    const folder = await extract(world.groups, world)
    const copies: number[] = []
    const imports: Imported[] = []
    for (let round = 0; round < rounds; round++) {
      copies.push(await inNewDatabase(world, url => copyInto(url, folder)))
      imports.push(await inNewDatabase(world, url => importInto(url, folder)))
    }
    const [copy, ours] = [median(copies), median(imports.map(({ ms }) => ms))]
    const detail = `import ${Math.round(ours)} ms, COPY ${Math.round(copy)} ms`
    yield { name: 'import', value: copy / ours, baseline: copy, ratio: copy / ours, detail }
    yield await memory(world, median(imports.map(({ peakBytes }) => peakBytes)))
  },
}

async function memory(world: World, peak: number) {
  const fifth = await extract(Math.round(world.groups / 5), world)
  const { peakBytes } = await inNewDatabase(world, url => importInto(url, fifth))
  const detail = `${Math.round(peak / mega)} MB, ${Math.round(peakBytes / mega)} MB at a fifth of the size`
  return {
    name: 'import-memory' as const,
    value: peak / peakBytes,
    baseline: peakBytes / mega,
    ratio: peak / peakBytes,
    detail,
  }
}

async function inNewDatabase<T>(world: World, use: (url: string) => Promise<T>): Promise<T> {
  const { create, drop } = await server(world)
  const url = await create()
  try {
    return await use(url)
  } finally {
    await drop(url)
  }
}
