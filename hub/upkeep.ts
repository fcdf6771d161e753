import type { Anchors } from './audit/keep-anchors.ts'
import type { Database } from './database/database.ts'
import { forgetOld } from './store/forget-old.ts'

const DAY = 86_400_000

/** What a hub does by itself: when it starts, once a day, and, of the audit trail's end, last of all. */
export function startUpkeep(database: Database, anchors: Anchors | null) {
  const turn = () => {
    // What could not be forgotten today is forgotten tomorrow.
    void forgetOld(database, new Date().toISOString()).catch(() => {})
    void anchors?.note(database)
  }
  turn()
  const days = setInterval(turn, DAY)
  return {
    async end(): Promise<void> {
      clearInterval(days)
      await anchors?.note(database)
    },
  }
}
