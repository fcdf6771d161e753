import { randomUUID } from 'node:crypto'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { PROTOCOL, PUSH_LIMIT, SCHEMA } from '../../shared/sync/protocol-version.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { PushReply } from '../../shared/sync/push.ts'
import { anEnvelope } from '../make/a-command.ts'
import { type Ask, signedIn, Unwelcome } from '../signed-in.ts'
import type { Chance } from '../simulation/chance.ts'
import type { Sent } from './judge-hub.ts'

export interface Pusher {
  readonly clientId: string
  readonly sent: Sent
  /** Sends changes until the hub does not answer any more, or one is told to stop. */
  work(origin: string, stop: AbortSignal): Promise<void>
}

/** A leader at a desk, who gives the groups of his team to its two caseworkers in turn, as the protocol wants it. */
export function pusher(team: string, groups: readonly string[], chance: Chance): Pusher {
  const staffNumber = `${team}-lead`
  const clientId = randomUUID()
  const envelopes: Envelope[] = []
  const holders = new Map(groups.map(id => [id, `${team}-1`]))
  let acknowledged = 0

  function next(): Envelope {
    const id = chance.pick(groups)
    const holder = holders.get(id)
    const other = holder === `${team}-1` ? `${team}-2` : `${team}-1`
    holders.set(id, other)
    return anEnvelope('allocate-case-group', { masterCaseNumber: id, team, holder: other }, { team, holder })
  }

  async function push(ask: Ask): Promise<void> {
    const waiting = envelopes.length - acknowledged
    // What is on its way for the second time goes first, in the same words; more may come behind it.
    for (let more = chance.below(4) + (waiting === 0 ? 1 : 0); more > 0; more--) envelopes.push(next())
    const commands = envelopes
      .slice(acknowledged, acknowledged + PUSH_LIMIT)
      .map((envelope, n) => ({ seq: acknowledged + n + 1, envelope }))
    const reply = await ask<PushReply>('/sync/push', { protocol: PROTOCOL, staffNumber, clientId, commands })
    acknowledged = reply.lastSeq
  }

  return {
    clientId,
    get sent() {
      return { envelopes, acknowledged }
    },
    async work(origin, stop) {
      try {
        const ask = await signedIn(origin, staffNumber)
        const known = {
          protocol: PROTOCOL,
          schema: SCHEMA,
          staffNumber,
          clientId,
          caseload: null,
          sensitive: null,
        }
        const { lastSeq } = await ask<PullReply>('/sync/pull', { ...known, resultsAfter: 0 })
        if (lastSeq < acknowledged)
          throw new Lost(`Of ${acknowledged} acknowledged changes the hub has ${lastSeq}.`)
        acknowledged = lastSeq
        while (!stop.aborted) await push(ask)
      } catch (problem) {
        if (problem instanceof Lost) throw problem
        if (problem instanceof Unwelcome && problem.status === 500)
          throw new Lost(`${problem.message}. The hub takes a kill for a mistake.`)
        // Killed, or its database was.
      }
    },
  }
}

export class Lost extends Error {}
