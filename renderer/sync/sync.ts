import type { ClientId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import type { PullReply, PullRequest } from '../../shared/sync/pull.ts'
import { pushReply } from '../../shared/sync/push.ts'
import type { HubTransport } from '../home/home.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'
import { matches, type Part } from '../replica/base.ts'
import type { LiveReplica } from '../replica/replica.ts'
import type { Cache, CachePlace } from '../storage/cache.ts'
import type { SentLog } from '../storage/sent-log.ts'
import { type Answer, ask } from './ask.ts'
import { PULL, PUSH } from './hub-paths.ts'
import { nextPush } from './next-push.ts'
import { readPage } from './pull-frame.ts'
import { resultsKnown, settleResults } from './settle-results.ts'

export interface SyncStand {
  readonly transport: HubTransport
  readonly outbox: Outbox
  readonly sentLog: SentLog
  readonly replica: LiveReplica
  readonly cache: Cache
  readonly now: () => Instant
  readonly newClientId: () => ClientId
}

/** What came of a step: done, or why not. */
export type Step = { readonly kind: 'done' } | Exclude<Answer, { kind: 'answer' }>

/** The two steps that synchronising is made of; one at a time. */
export interface Sync {
  /** Sends the next commands, if it is known how far the hub has counted. */
  pushOnce(): Promise<Step>
  /** Pulls to the end: all pages, then what became of the commands that were sent. */
  pullOnce(): Promise<Step>
  /** Commands that a push may send now. */
  hasUnsent(): boolean
  /** A pull is needed before anything else: its last one told of a mismatch, or there was none since an unknown outcome. */
  mustPull(): boolean
  /** Whether all pages of the caseload have come once. */
  isComplete(): boolean
  asOf(): Instant | undefined
}

interface Memory {
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

const DONE: Step = { kind: 'done' }
const LATER: Step = { kind: 'later', seconds: null }

export function openSync(stand: SyncStand, place: CachePlace | null): Sync {
  const { clientId, lastSeq } = stand.sentLog.position
  const memory: Memory = {
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
  const unsent = () => {
    const { outbox } = stand
    return nextPush(outbox.entries(), outbox.isDurable, memory.clientId, memory.hubSeq)
  }
  return {
    pushOnce: () => (memory.fenced ? Promise.resolve(DONE) : push(stand, memory, unsent())),
    pullOnce: () => pull(stand, memory),
    hasUnsent: () => !memory.fenced && unsent().length > 0,
    mustPull: () => memory.fenced || memory.again,
    isComplete: () => memory.complete,
    asOf: () => memory.asOf ?? undefined,
  }
}

async function push(stand: SyncStand, memory: Memory, batch: readonly StoredEntry[]): Promise<Step> {
  const last = batch.at(-1)?.sent?.seq
  if (last === undefined) return DONE
  // The numbers are durable before they are used: after a restart the same command has the same one.
  await stand.outbox.replace(batch)
  memory.fenced = true
  const commands = batch.map(({ sent, envelope }) => ({ seq: sent?.seq, envelope }))
  const answer = await ask(stand.transport, PUSH, { protocol: PROTOCOL, clientId: memory.clientId, commands })
  if (answer.kind === 'answer') {
    const reply = pushReply.safeParse(answer.body).data
    if (!reply) return { kind: 'no-answer' }
    if (reply.lastSeq === last) {
      memory.hubSeq = last
      memory.fenced = false
    }
    return DONE
  }
  if (answer.kind === 'refusal' && answer.code === 'foreign-client') {
    giveUpClient(stand, memory)
    return LATER
  }
  // The fence makes the next pull tell from where to go on.
  return answer.kind === 'refusal' && answer.code === 'out-of-order' ? LATER : answer
}

async function pull(stand: SyncStand, memory: Memory): Promise<Step> {
  memory.again = false
  let asked = ask(stand.transport, PULL, pullRequest(stand, memory))
  for (;;) {
    const answer = await asked
    if (answer.kind === 'refusal' && answer.code === 'foreign-client') {
      giveUpClient(stand, memory)
      return LATER
    }
    if (answer.kind !== 'answer') {
      if (answer.kind === 'refusal' && answer.code === 'not-signed-in') forgetAll(stand, memory)
      else if (!memory.complete) reveal(stand, memory)
      return answer
    }
    const reply = readPage(answer.body)
    if (!reply) return { kind: 'no-answer' }
    memory.cookies.caseload = reply.caseload.cookie
    memory.cookies.sensitive = reply.sensitive?.cookie ?? null
    const last = !reply.caseload.more && !reply.sensitive?.more
    // The hub reads the next page while this one is taken.
    if (!last) asked = ask(stand.transport, PULL, pullRequest(stand, memory))
    await takePage(stand, memory, reply, answer.bytes, last)
    if (last) return DONE
  }
}

// Whoever has no access any more is told no more than one whose session is over: nothing stays here of either but
// what he has not sent (ACC-2). The other one has it back a moment after he signed in.
function forgetAll({ replica, outbox, cache }: SyncStand, memory: Memory): void {
  const nothing = { reset: true, clear: [], grants: [], patch: [] }
  replica.update([{ caseload: nothing, sensitive: null }], outbox.entries())
  background(cache.forget())
  memory.cookies.caseload = null
  memory.cookies.sensitive = null
  memory.staged = []
  memory.shown = 0
  memory.complete = false
}

function pullRequest({ outbox }: SyncStand, { clientId, hubSeq, cookies }: Memory): PullRequest {
  const resultsAfter = resultsKnown(outbox.entries(), clientId, hubSeq)
  return { protocol: PROTOCOL, schema: SCHEMA, clientId, ...cookies, resultsAfter }
}

async function takePage(
  stand: SyncStand,
  memory: Memory,
  reply: PullReply,
  bytes: Uint8Array<ArrayBuffer>,
  last: boolean,
): Promise<void> {
  const asOf = last ? stand.now() : memory.asOf
  const kept = stand.cache.keep(reply, bytes, asOf)
  memory.staged.push(reply)
  if (last) await finish(stand, memory, reply, kept, stand.now())
  // While there is nothing to be torn, what has come is shown; later a change is seen whole or not at all. Each
  // time it is at least four times as much as before: lists are read again but a few times in tens of pages.
  else if (!memory.complete && memory.staged.length >= 3 * memory.shown) reveal(stand, memory)
}

async function finish(
  stand: SyncStand,
  memory: Memory,
  reply: PullReply,
  kept: Promise<void>,
  now: Instant,
): Promise<void> {
  const wentBack = reply.lastSeq < memory.hubSeq
  const taken = wentBack ? await stand.sentLog.kept() : []
  if (wentBack) sendAgain(stand, memory, taken)
  else settle(stand, memory, reply, kept, now)
  memory.fenced = false
  memory.complete = true
  memory.asOf = now
  reveal(stand, memory)
  compare(stand, memory, reply, now)
}

function reveal({ replica, outbox, cache }: SyncStand, memory: Memory): void {
  const changes = replica.update(memory.staged, outbox.entries())
  memory.shown += memory.staged.length
  memory.staged = []
  for (const { outdated } of changes) cache.outdate(outdated)
}

// Accepted ones leave with the pull that carries their effect, never before: nothing flickers.
function settle(
  { outbox, sentLog }: SyncStand,
  memory: Memory,
  reply: PullReply,
  kept: Promise<void>,
  now: Instant,
): void {
  const { accepted, changed } = settleResults(outbox.entries(), memory.clientId, reply, now)
  memory.hubSeq = reply.lastSeq
  const position = { clientId: memory.clientId, lastSeq: reply.lastSeq }
  const logged = accepted.length > 0 || sentLog.position.lastSeq !== reply.lastSeq
  const recorded = logged ? sentLog.record(accepted, position) : Promise.resolve()
  background(outbox.replace(changed))
  background(
    outbox.remove(
      accepted.map(({ seq }) => seq),
      Promise.allSettled([kept, recorded]),
    ),
  )
}

/**
 * The hub went back in time. All that it took in the last 14 days waits again, before what came later, whether
 * it is known to be lost or not: the hub does nothing twice. It goes out under a new client: the old one's numbers
 * would mean other commands if the hub ever came back to the future.
 */
function sendAgain(
  { outbox, sentLog, newClientId }: SyncStand,
  memory: Memory,
  kept: readonly StoredEntry[],
): void {
  startClient(newClientId, memory)
  const position = { clientId: memory.clientId, lastSeq: 0 }
  // The new client comes last: until it is written, the next start finds out about the hub once more.
  background(
    outbox
      .replace(kept.map(entry => ({ ...entry, sent: null })))
      .then(() => sentLog.record([], position))
      .then(() => sentLog.forget(kept.map(({ seq }) => seq))),
  )
}

function giveUpClient({ sentLog, newClientId }: SyncStand, memory: Memory): void {
  startClient(newClientId, memory)
  background(sentLog.record([], { clientId: memory.clientId, lastSeq: 0 }))
}

function startClient(newClientId: SyncStand['newClientId'], memory: Memory): void {
  memory.clientId = newClientId()
  memory.hubSeq = 0
}

const HOUR = 3_600_000

// A part whose counts differ is fetched once from nothing. Bucket by bucket would need a cookie that says so; the
// hour keeps a hub and a desk that disagree for ever from doing nothing else.
function compare({ replica }: SyncStand, memory: Memory, reply: PullReply, now: Instant): void {
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

// What is in memory holds; a write that fails leaves an older state, from which the next start goes on the same way.
function background(work: Promise<unknown>): void {
  work.catch(problem => console.error('A record of what was sent could not be kept.', problem))
}
