import type { Instant } from '../../shared/domain/time.ts'
import type { HubErrorCode } from '../../shared/sync/hub-error.ts'
import { PULL } from '../../shared/sync/paths.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import type { PullReply, PullRequest } from '../../shared/sync/pull.ts'
import { answerOf, responseTo } from './ask.ts'
import { cookieAhead } from './cookie-ahead.ts'
import { giveUpClient, sendAgain } from './give-up-client.ts'
import { readPage } from './pull-frame.ts'
import { compare, settle } from './settle-pull.ts'
import { resultsKnown } from './settle-results.ts'
import { background, DONE, LATER, type Memory, type Step, type SyncStand } from './sync-memory.ts'

/** Pulls to the end: all pages, then what became of the commands that were sent. */
export async function pullOnce(stand: SyncStand, memory: Memory): Promise<Step> {
  memory.again = false
  const pageAfter = (cookies: Memory['cookies']) =>
    responseTo(stand.transport, PULL, pullRequest(stand, memory, cookies))
  let coming = pageAfter(memory.cookies)
  for (;;) {
    const response = await coming
    // The hub reads the next page while this one is parsed and taken.
    const ahead = response && cookieAhead(response.text)
    if (ahead) coming = pageAfter({ caseload: ahead, sensitive: null })
    const answer = answerOf(response)
    if (answer.kind === 'refusal' && answer.code === 'foreign-client') {
      giveUpClient(stand, memory)
      return LATER
    }
    if (answer.kind !== 'answer') {
      // Nobody is there: what is done from now on goes nowhere before somebody answers, so that it can be taken back.
      if (answer.kind === 'no-answer') memory.fenced = true
      if (answer.kind === 'refusal' && isClosed(answer.code)) forgetAll(stand, memory)
      else if (!memory.complete) reveal(stand, memory)
      return answer
    }
    const reply = readPage(answer.body)
    if (!reply) return { kind: 'no-answer' }
    memory.cookies.caseload = reply.caseload.cookie
    memory.cookies.sensitive = reply.sensitive?.cookie ?? null
    const last = !reply.caseload.more && !reply.sensitive?.more
    if (!last && !ahead) coming = pageAfter(memory.cookies)
    await takePage(stand, memory, reply, answer.bytes, last)
    if (last) return DONE
  }
}

const isClosed = (code: HubErrorCode) => code === 'not-signed-in' || code === 'wiped'

// Whoever has no access any more is told no more than one whose session is over: nothing stays here of either but
// what he has not sent (ACC-2). The other one has it back a moment after he signed in.
function forgetAll({ replica, outbox, cache }: SyncStand, memory: Memory): void {
  // Before it is told: what is gone of the page is not gone of the caseload.
  memory.complete = false
  // Nor is what comes back in pages taken for all of it: what was told of a deadline that has not come yet would be
  // told again.
  memory.asOf = null
  const nothing = { reset: true, clear: [], grants: [], patch: [] }
  replica.update([{ caseload: nothing, sensitive: null }], outbox.entries())
  background(cache.forget())
  memory.cookies.caseload = null
  memory.cookies.sensitive = null
  memory.staged = []
  memory.shown = 0
}

function pullRequest(
  { staffNumber, outbox }: SyncStand,
  { clientId, hubSeq }: Memory,
  cookies: Memory['cookies'],
): PullRequest {
  const resultsAfter = resultsKnown(outbox.entries(), clientId, hubSeq)
  return { protocol: PROTOCOL, schema: SCHEMA, staffNumber, clientId, ...cookies, resultsAfter }
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
