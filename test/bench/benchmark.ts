import type { BudgetName, Figure } from './budgets.ts'
import type { World } from './world.ts'

/** Measures some budgets that need the same things. */
export interface Benchmark {
  readonly names: readonly BudgetName[]
  run(world: World): AsyncIterable<Figure>
}
