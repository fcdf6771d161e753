/** What a figure must keep, of `architecture.md`; `ratio` is to what was measured beside it. */
export interface Budget {
  readonly unit: string
  /** As a person reads it. */
  readonly limit: string
  met(value: number, ratio: number | null): boolean
}

const atMost = (most: number, unit: string, limit = `≤ ${most} ${unit}`): Budget => ({
  unit,
  limit,
  met: value => value <= most,
})

const atLeast = (least: number, unit: string, limit = `≥ ${least} ${unit}`): Budget => ({
  unit,
  limit,
  met: value => value >= least,
})

export const budgets = {
  allocate: atLeast(1_000_000, 'case groups/s', '≥ 1,000,000 case groups/s'),
  import: atLeast(1 / 8, '× COPY', '≥ 1/8 of COPY'),
  'verify-audit': atLeast(50_000, 'entries/s', '≥ 50,000 entries/s'),
  'import-memory': atMost(1.25, '× at a fifth of the size', '≤ 1.25 × at a fifth of the size'),
  'first-sync': {
    unit: 'ms',
    limit: '< raw IndexedDB',
    met: (_value, ratio) => ratio !== null && ratio < 1,
  },
  reopen: {
    unit: 'ms',
    limit: '≤ 1,500 ms, ≤ 1/3 of raw IndexedDB',
    met: (value, ratio) => value <= 1_500 && ratio !== null && ratio <= 1 / 3,
  },
  keystroke: atMost(50, 'ms', 'p95 ≤ 50 ms'),
  'command-visible': atMost(50, 'ms', 'p95 ≤ 50 ms'),
  'command-durable': atMost(100, 'ms', 'p95 ≤ 100 ms'),
  'bulk-preview': atMost(500, 'ms'),
  'bulk-apply': atMost(500, 'ms'),
  incidents: atMost(50, 'ms', 'p95 ≤ 50 ms'),
  'patch-100': {
    unit: 'ms',
    limit: 'p95 ≤ 60 ms, ≤ 1.3 × into 1,000',
    met: (value, ratio) => value <= 60 && ratio !== null && ratio <= 1.3,
  },
  // In whole milliseconds: two frames of a screen of 60 Hz are 33.3 ms, and there is nothing between them and one.
  'scroll-frame': { unit: 'ms', limit: 'p95 ≤ 33 ms', met: value => Math.round(value) <= 33 },
  'scroll-task': atMost(100, 'ms'),
  'scroll-rows': atMost(80, 'row elements'),
  heap: atMost(400, 'MB'),
  push: atMost(25, 'ms', 'p95 ≤ 25 ms'),
  'push-rate': atLeast(300, 'commands/s'),
  'pull-10': {
    unit: 'ms',
    limit: 'p95 ≤ 20 ms, ≤ 1.3 × at a twentieth',
    met: (value, ratio) => value <= 20 && ratio !== null && ratio <= 1.3,
  },
} as const satisfies Record<string, Budget>

export type BudgetName = keyof typeof budgets

/** One figure of the benchmark. */
export interface Figure {
  readonly name: BudgetName
  readonly value: number
  /** What was measured beside it, in the unit that `ratio` is made with. */
  readonly baseline: number | null
  readonly ratio: number | null
  /** What helps to judge the figure. */
  readonly detail: string
}
