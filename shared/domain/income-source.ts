/** What the paying parent lives on; it can choose among the segments of a rank (ALLOC-3). */
export const incomeSources = ['employed', 'self-employed', 'benefits', 'unearned', 'none'] as const

export type IncomeSource = (typeof incomeSources)[number]
