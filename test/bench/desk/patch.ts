import type { Page } from '@playwright/test'
import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import type { World } from '../world.ts'
import { type SomebodyElse, somebodyElse } from './somebody-else.ts'
import { timed } from './timed.ts'
import { workingDesk } from './working-desk.ts'

const rounds = 15
const documents = 100
const few = 1_000

/** 100 documents that somebody else changed, from the last byte of their pull to the screen: into many, and into few. */
export const patchBenchmark: Benchmark = {
  names: ['patch-100'],
  async *run(world) {
    const many = await deskWithCompany(world.groups, world)
    const small = await deskWithCompany(few, world)
    const intoMany: number[] = []
    const intoFew: number[] = []
    for (let round = -1; round < rounds; round++) {
      const [one, other] = [await patch(many), await patch(small)]
      if (round < 0) continue
      intoMany.push(one)
      intoFew.push(other)
    }
    const [value, baseline] = [p95(intoMany), p95(intoFew)]
    const ratio = median(intoMany) / median(intoFew)
    const detail = `medians ${Math.round(median(intoMany))} and ${Math.round(median(intoFew))} ms, of ${rounds}`
    yield { name: 'patch-100', value, baseline, ratio, detail }
  },
}

interface Company {
  readonly page: Page
  readonly else: SomebodyElse
}

async function deskWithCompany(groups: number, world: World): Promise<Company> {
  const { page, hub } = await workingDesk(groups, world)
  return { page, else: await somebodyElse(hub) }
}

async function patch({ page, else: other }: Company): Promise<number> {
  // The groups of the lowest numbers are among those that change: they must be in sight.
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.evaluate(rowsAtRest)
  return timed(page, watchRows, () => other.reassign(documents))
}

/** Runs in the page: until nothing has moved for some frames. Rows that were scrolled to would be taken for the patch. */
async function rowsAtRest(): Promise<void> {
  const { bench } = window
  for (let before = '', same = 0; same < 10; same = bench.rows() === before ? same + 1 : 0) {
    before = bench.rows()
    await new Promise(done => requestAnimationFrame(done))
  }
}

/** Runs in the page: from the last byte of the next pull that brings much to other rows on the screen. */
function watchRows(): void {
  const { bench } = window
  const before = bench.rows()
  bench.pulls.length = 0
  bench.change = bench
    .painted(() => bench.rows() !== before)
    .then(async painted => {
      for (;;) {
        const pull = bench.pulls.find(({ bytes }) => bytes > 20_000)
        if (pull) return painted - pull.at
        await new Promise(done => setTimeout(done, 20))
      }
    })
}
