import { PUSH } from '../../shared/sync/paths.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import { pushReply } from '../../shared/sync/push.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'
import { ask } from './ask.ts'
import { giveUpClient, leaveClient } from './give-up-client.ts'
import { nextPush } from './next-push.ts'
import { DONE, LATER, type Memory, type Step, type SyncStand } from './sync-memory.ts'

/** The commands that a push may send now: none while it is not known how far the hub has counted. */
export function unsent({ outbox }: SyncStand, { fenced, clientId, hubSeq }: Memory): readonly StoredEntry[] {
  return fenced ? [] : nextPush(outbox.entries(), outbox.isDurable, clientId, hubSeq)
}

/** Sends the next commands. */
export async function pushOnce(stand: SyncStand, memory: Memory): Promise<Step> {
  const batch = unsent(stand, memory)
  const last = batch.at(-1)?.sent?.seq
  if (last === undefined) return DONE
  // The numbers are durable before they are used: after a restart the same command has the same one.
  await stand.outbox.replace(batch)
  if (batch.some(({ sensitive }) => sensitive)) await leaveClient(stand)
  memory.fenced = true
  const commands = batch.map(({ sent, envelope }) => ({ seq: sent?.seq, envelope }))
  const { staffNumber } = stand
  const { clientId } = memory
  const answer = await ask(stand.transport, PUSH, { protocol: PROTOCOL, staffNumber, clientId, commands })
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
