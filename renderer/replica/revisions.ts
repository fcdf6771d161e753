import type { ReplicaKind } from '../desk/desk.ts'

/** How often each kind has changed, and who wants to know. */
export interface Revisions {
  revision(kind: ReplicaKind): number
  subscribe(listener: () => void): () => void
  tell(kinds: Iterable<ReplicaKind>): void
  /** Does several changes and tells of them once. */
  together(changes: () => void): void
}

export function openRevisions(): Revisions {
  const revisions = new Map<ReplicaKind, number>()
  const listeners = new Set<() => void>()
  const changed = new Set<ReplicaKind>()
  let holding = false

  function tell(kinds: Iterable<ReplicaKind>): void {
    for (const kind of kinds) changed.add(kind)
    if (holding || changed.size === 0) return
    for (const kind of changed) revisions.set(kind, (revisions.get(kind) ?? 0) + 1)
    changed.clear()
    for (const listener of [...listeners]) listener()
  }

  return {
    revision: kind => revisions.get(kind) ?? 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell,
    together(changes) {
      holding = true
      try {
        changes()
      } finally {
        holding = false
        tell([])
      }
    },
  }
}
