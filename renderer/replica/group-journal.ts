import type { MasterCaseNumber } from '../../shared/domain/ids.ts'

/** What changed of the case groups since somebody last asked. */
export interface GroupChanges {
  /** To ask with the next time. */
  readonly mark: number
  /** Those that are others now, or may be; null: nobody knows any more which. */
  readonly ids: ReadonlySet<MasterCaseNumber> | null
}

export interface GroupJournal {
  note(ids: readonly MasterCaseNumber[]): void
  /** `null`: he never asked. */
  since(mark: number | null): GroupChanges
}

/** More than these are not told one by one: whoever asks reads all of them again. */
const MOST = 2_000

/** Which case groups changed, of late. */
export function openGroupJournal(): GroupJournal {
  let first = 0
  let noted: MasterCaseNumber[] = []

  return {
    note(ids) {
      if (noted.length + ids.length > MOST) {
        first += noted.length + ids.length
        noted = []
      } else noted = [...noted, ...ids]
    },
    since(mark) {
      const ids = mark !== null && mark >= first ? new Set(noted.slice(mark - first)) : null
      return { mark: first + noted.length, ids }
    },
  }
}
