import type { Decision } from '../../shared/commands/command.ts'
import type { BatchId, CommandId } from '../../shared/domain/ids.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { newEntry, type StoredEntry } from '../outbox/stored-entry.ts'
import type { LiveReplica } from '../replica/replica.ts'
import type { SyncLoop } from '../sync/sync-loop.ts'
import type { Desk } from './desk.ts'
import type { Environment } from './environment.ts'
import { decideHere, envelopeOf } from './new-commands.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface PerformerStand {
  readonly replica: LiveReplica
  readonly outbox: Outbox
  readonly environment: Environment
  readonly loop: Pick<SyncLoop, 'state' | 'wake'>
  /** Whether anything may be kept on this device. */
  readonly keeps: boolean
}

/** What a person does at the desk, and undoes. */
export function performer(stand: PerformerStand): Pick<Desk, 'preview' | 'perform' | 'takeBack' | 'settle'> {
  const { replica, outbox, environment } = stand
  const decide = (command: ReturnType<typeof envelopeOf>) => {
    const { kind } = stand.loop.state()
    return decideHere(replica, command, {
      online: kind === 'connected' || kind === 'loading',
      keeps: stand.keeps,
    })
  }

  return {
    preview: (request, reason) => decide(envelopeOf(request, reason, null, environment)),

    async perform(requests, reason) {
      const batch = uuidV7(environment.clock(), environment.random) as BatchId
      const added: StoredEntry[] = []
      const refused: Decision[] = []
      replica.together(() => {
        for (const request of requests) {
          const command = envelopeOf(request, reason, requests.length > 1 ? batch : null, environment)
          const decision = decide(command)
          if (!command || !decision.ok) refused.push(decision)
          else {
            const entry = newEntry(outbox.nextSeq(environment.clock()), command, replica.isSensitive(command))
            added.push(entry)
            replica.append(entry, decision.puts)
          }
        }
      })
      if (added.length > 0) await keep(stand, added)
      return { batch, stored: added.map(({ envelope }) => envelope.id), refused }
    },

    async takeBack(ids) {
      const wanted = new Set<CommandId>(ids)
      const back = outbox
        .entries()
        .filter(({ envelope, handed, refused }) => wanted.has(envelope.id) && !handed && !refused)
      const removed = outbox.remove(back.map(({ seq }) => seq))
      replica.update([], outbox.entries())
      await removed
      return back.map(({ envelope }) => envelope.id)
    },

    async settle(id) {
      const dealt = outbox.entries().filter(({ envelope, refused }) => refused && envelope.id === id)
      const removed = outbox.remove(dealt.map(({ seq }) => seq))
      replica.update([], outbox.entries())
      await removed
    },
  }
}

async function keep({ replica, outbox, loop }: PerformerStand, added: readonly StoredEntry[]): Promise<void> {
  try {
    await outbox.add(added)
  } catch (problem) {
    // It was shown, and is not kept: it goes from the screen again, and whoever asked is told.
    replica.update([], outbox.entries())
    throw new Error('This could not be saved on this device, so it was not done. Its disk may be full.', {
      cause: problem,
    })
  }
  loop.wake()
}
