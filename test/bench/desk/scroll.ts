import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import { workingDesk } from './working-desk.ts'

const frames = 240

/** Frames while the grid scrolls: slowly, by pages, and in leaps over thousands of rows. */
export const scrollBenchmark: Benchmark = {
  names: ['scroll-frame', 'scroll-task', 'scroll-rows'],
  async *run(world) {
    const { page } = await workingDesk(world.groups, world)
    const none = { baseline: null, ratio: null }
    const { took, longest, rows } = await page.evaluate(scrollGrid, frames)
    const detail = `median ${median(took).toFixed(1)} ms of ${took.length} frames`
    yield { name: 'scroll-frame', value: p95(took), ...none, detail }
    yield { name: 'scroll-task', value: longest, ...none, detail: 'the longest task while scrolling' }
    yield { name: 'scroll-rows', value: rows, ...none, detail: 'the most there were at once' }
  },
}

/** Runs in the page. */
async function scrollGrid(count: number) {
  const grid = document.querySelector('[role=grid]')
  if (!grid) throw new Error('There is no grid.')
  let longest = 0
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  const frame = () => new Promise<number>(done => requestAnimationFrame(done))
  const took: number[] = []
  let rows = 0
  for (const step of [84, 560, 28_000]) {
    grid.scrollTop = 0
    for (let settling = 0; settling < 10; settling++) await frame()
    let last = await frame()
    for (let at = 0; at < count; at++) {
      grid.scrollTop += step
      const now = await frame()
      took.push(now - last)
      last = now
      rows = Math.max(rows, grid.querySelectorAll('[role=row]').length)
    }
  }
  for (let settling = 0; settling < 10; settling++) await frame()
  for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration)
  observer.disconnect()
  grid.scrollTop = 0
  return { took, longest, rows }
}
