import type { Decision } from '../../shared/commands/command.ts'
import { refuse } from '../../shared/commands/command.ts'
import { type Envelope, envelope } from '../../shared/commands/envelope.ts'
import type { BatchId, CommandId } from '../../shared/domain/ids.ts'
import type { LiveReplica } from '../replica/replica.ts'
import type { CommandRequest } from './desk.ts'
import type { Environment } from './environment.ts'
import { uuidV7 } from './uuid-v7.ts'

/** The command that a request becomes; undefined where its reason is not one that can be sent. */
export function envelopeOf(
  { name, args, saw }: CommandRequest,
  reason: string | null,
  batch: BatchId | null,
  { clock, random }: Environment,
): Envelope | undefined {
  const now = clock()
  const id = uuidV7(now, random) as CommandId
  const made = envelope.safeParse({
    id,
    name,
    args,
    saw,
    issuedAt: new Date(now).toISOString(),
    reason: reason?.trim() || null,
    batch,
  })
  return made.data
}

const unclear = refuse('not-understood', 'Say the reason in at most 1,000 plain characters.')
const empty = refuse('not-possible', 'Nothing has come from the hub yet; wait until it has.')
const sensitive = refuse(
  'not-possible',
  'A nationally sensitive case group is never kept on this device, so this needs the hub, which cannot be reached.',
)
const keyless = refuse(
  'not-possible',
  'Nothing can be kept safely on this device, so this needs the hub, which cannot be reached.',
)

/** What the command would do on what is shown; the desk adds what only it knows: whether the hub is in reach. */
export function decideHere(
  replica: LiveReplica,
  command: Envelope | undefined,
  { online, keeps }: { readonly online: boolean; readonly keeps: boolean },
): Decision {
  if (!command) return unclear
  if (!online && !keeps) return keyless
  if (!online && replica.isSensitive(command)) return sensitive
  return replica.decide(command) ?? empty
}
