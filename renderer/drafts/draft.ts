import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'

/** What is written in a form and not asked for yet, by field. */
export interface Draft {
  /** Which form, about what: `raise/100000000001`. */
  readonly place: string
  /** The case group that it is about: it goes with that group (ACC-3). Null: it names none. */
  readonly group: MasterCaseNumber | null
  readonly fields: Readonly<Record<string, string>>
  readonly at: Instant
}

/** How a case group stands with whoever writes about it. */
export type Standing = 'held' | 'sensitive' | 'gone'

/** What a person has written and not sent, sealed on this device until he sends it or throws it away. */
export interface Drafts {
  /** How many of before do not open with this key: they stay sealed on the device, and are told. */
  readonly unreadable: number
  read(place: string): Draft | undefined
  /** All of them, the newest first. */
  all(): readonly Draft[]
  /** At once in memory, and as soon as can be on the device; of a nationally sensitive group in memory only (ACC-3). */
  keep(draft: Draft, standing: Standing): void
  forget(place: string): void
  /** What is about a group that is gone goes with it; about one that is sensitive by now, it leaves the device (ACC-3). */
  sweep(standingOf: (group: MasterCaseNumber) => Standing): void
  /** Resolves when all that was asked for is written, or has failed. */
  idle(): Promise<void>
  close(): void
}
