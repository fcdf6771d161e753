import type { Draft, Drafts } from './draft.ts'

/** Where drafts outlive the page. Neither rejects: what cannot be kept stays in memory. */
export interface DraftShelf {
  put(draft: Draft): Promise<void>
  remove(place: string): Promise<void>
  close(): void
}

/** For a desk that may keep nothing. */
export const noShelf: DraftShelf = { put: async () => {}, remove: async () => {}, close() {} }

/** The drafts of a session over what keeps them: all of them in memory, the newest text of each written once. */
export function heldDrafts(found: readonly Draft[], shelf: DraftShelf, unreadable = 0): Drafts {
  const held = new Map(found.map(draft => [draft.place, draft]))
  /** What is to be written of each: null, it goes. */
  const due = new Map<string, Draft | null>()
  let writing: Promise<void> | null = null

  function write(place: string, draft: Draft | null): void {
    due.set(place, draft)
    writing ??= writeAll().finally(() => {
      writing = null
    })
  }

  async function writeAll(): Promise<void> {
    for (let next = firstOf(due); next; next = firstOf(due)) {
      const [place, draft] = next
      due.delete(place)
      await (draft === null ? shelf.remove(place) : shelf.put(draft))
    }
  }

  function forget(place: string): void {
    if (held.delete(place)) write(place, null)
  }

  return {
    unreadable,
    read: place => held.get(place),
    all: () => [...held.values()].sort((one, other) => (one.at < other.at ? 1 : -1)),
    keep(draft, standing) {
      held.set(draft.place, draft)
      write(draft.place, standing === 'held' ? draft : null)
    },
    forget,
    sweep(standingOf) {
      for (const { place, group } of [...held.values()]) {
        const standing = group === null ? 'held' : standingOf(group)
        if (standing === 'gone') forget(place)
        else if (standing === 'sensitive') write(place, null)
      }
    },
    idle: async () => {
      await writing
    },
    close: () => void (writing ?? Promise.resolve()).then(() => shelf.close()),
  }
}

const firstOf = (due: ReadonlyMap<string, Draft | null>) => due.entries().next().value
