import type { Benchmark } from '../benchmark.ts'
import { workingDesk } from './working-desk.ts'

const mega = 1_000_000

/** What the desk's page holds after everything that can go is gone. */
export const heapBenchmark: Benchmark = {
  names: ['heap'],
  async *run(world) {
    const { page } = await workingDesk(world.groups, world)
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.enable')
    for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage')
    await session.detach()
    yield {
      name: 'heap',
      value: (usedSize + backingStorageSize) / mega,
      baseline: null,
      ratio: null,
      detail: `JavaScript ${Math.round(usedSize / mega)}, buffers ${Math.round(backingStorageSize / mega)}, page ${Math.round(embedderHeapUsedSize / mega)} MB`,
    }
  },
}
