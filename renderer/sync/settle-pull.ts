import type { Instant } from '../../shared/domain/time.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'
import { matches } from '../replica/base.ts'
import { settleResults } from './settle-results.ts'
import { background, type Memory, type SyncStand } from './sync-memory.ts'

/** Settles commands. Accepted ones leave with the pull that carries their effect, never before: nothing flickers. */
export function settle(
  { outbox, sentLog }: SyncStand,
  memory: Memory,
  reply: PullReply,
  kept: Promise<void>,
  now: Instant,
): void {
  const { accepted, changed } = settleResults(outbox.entries(), memory.clientId, reply, now)
  memory.hubSeq = reply.lastSeq
  const known = new Set([...accepted, ...changed].map(({ seq }) => seq))
  const leaving = outbox
    .entries()
    .some(({ seq, sensitive, handed, refused }) => sensitive && handed && !refused && !known.has(seq))
  const position = leaving ? sentLog.position : { clientId: memory.clientId, lastSeq: reply.lastSeq }
  const logged = accepted.length > 0 || sentLog.position.lastSeq !== reply.lastSeq
  const recorded = logged ? sentLog.record(forLog(accepted), position) : Promise.resolve()
  background(outbox.replace(changed))
  background(
    outbox.remove(
      accepted.map(({ seq }) => seq),
      Promise.allSettled([kept, recorded]),
    ),
  )
}

const forLog = (accepted: readonly StoredEntry[]) => accepted.filter(({ sensitive }) => !sensitive)

const HOUR = 3_600_000

/**
 * Compares what is held with what the hub counts. A part that differs is fetched once from nothing: bucket by bucket
 * would need a cookie that says so. The hour keeps a hub and a desk that disagree for ever from doing nothing else.
 */
export function compare({ replica }: SyncStand, memory: Memory, reply: PullReply, now: Instant): void {
  for (const part of ['caseload', 'sensitive'] as const) {
    const from = reply[part]
    if (!from?.digests || matches(replica.base[part], from.grants, from.digests)) continue
    console.error(`What is held of the ${part} is not what the hub counts.`)
    const before = memory.refetched[part]
    if (before !== null && Date.parse(now) - Date.parse(before) < HOUR) continue
    memory.refetched[part] = now
    memory.cookies[part] = null
    memory.again = true
  }
}
