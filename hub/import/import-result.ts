import type { Move } from './update-case-groups.ts'

/** What became of the rows of a file: rows = imported + unchanged + exceptions (IMP-1). */
export interface FileCounts {
  readonly file: string
  readonly rows: number
  /** New or changed. */
  readonly imported: number
  readonly unchanged: number
  /** Rows that did not go in. */
  readonly exceptions: number
  /** Rows that went in without a value of theirs, which is a data exception too (IMP-3). */
  readonly withoutValue: number
}

export interface ImportResult {
  readonly takenAt: string
  /** The very extract that was imported last: nothing was changed (IMP-6). */
  readonly again: boolean
  readonly files: readonly FileCounts[]
  /** What went to Special Client Records (IMP-8), or out of a segment that is no more (ALLOC-1). */
  readonly moves: readonly Move[]
  /** How many data exceptions there are now. */
  readonly exceptions: number
}
