import type { ClientId, StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { HubTransport } from '../home/home.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Part } from '../replica/base.ts'
import type { LiveReplica } from '../replica/replica.ts'
import type { Cache, CachePlace } from '../storage/cache.ts'
import type { SentLog } from '../storage/sent-log.ts'
import type { Answer } from './ask.ts'

export interface SyncStand {
  /** Whose desk it is. */
  readonly staffNumber: StaffNumber
  readonly transport: HubTransport
  readonly outbox: Outbox
  readonly sentLog: SentLog
  readonly replica: LiveReplica
  readonly cache: Cache
  readonly now: () => Instant
  readonly newClientId: () => ClientId
}

/** What came of a step: done, or why not. */
export type Step =
  | { readonly kind: 'done' }
  /** This device failed, its disk for one. */
  | { readonly kind: 'stuck' }
  | Exclude<Answer, { kind: 'answer' }>

export const DONE: Step = { kind: 'done' }
export const LATER: Step = { kind: 'later', seconds: null }

/** What synchronising knows of the hub between two steps. */
export interface Memory {
  clientId: ClientId
  /** How far the hub has counted, as far as it told. */
  hubSeq: number
  /** After an unknown outcome nothing is sent until a pull has told how far the hub has counted. */
  fenced: boolean
  /** A part is being fetched again, from nothing. */
  again: boolean
  readonly cookies: Record<Part, string | null>
  /** Pages that came and are shown with the last one. */
  staged: PullReply[]
  /** How many pages were shown since the start. */
  shown: number
  readonly refetched: Record<Part, Instant | null>
  complete: boolean
  asOf: Instant | null
}

export function openMemory({ sentLog }: SyncStand, place: CachePlace | null): Memory {
  const { clientId, lastSeq } = sentLog.position
  return {
    clientId,
    hubSeq: lastSeq,
    fenced: true,
    again: false,
    cookies: { caseload: place?.cookie ?? null, sensitive: null },
    staged: [],
    shown: 0,
    refetched: { caseload: null, sensitive: null },
    complete: place !== null && !place.more,
    asOf: place?.asOf ?? null,
  }
}

// What is in memory holds; a write that fails leaves an older state, from which the next start goes on the same way.
export function background(work: Promise<unknown>): void {
  work.catch(problem => console.error('A record of what was sent could not be kept.', problem))
}
