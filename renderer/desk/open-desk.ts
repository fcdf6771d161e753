import type { ClientId } from '../../shared/domain/ids.ts'
import { openDrafts } from '../drafts/open-drafts.ts'
import { sweepDrafts } from '../drafts/sweep-drafts.ts'
import type { DeskHome, Identity } from '../home/home.ts'
import { type Outbox, openOutbox } from '../outbox/outbox.ts'
import { openReadTrail } from '../read-trail/open-read-trail.ts'
import { openReplica } from '../replica/replica.ts'
import type { Databases } from '../storage/database.ts'
import { openCache } from '../storage/open-cache.ts'
import { openSentLog } from '../storage/open-sent-log.ts'
import { memorySentLog, type SentLog } from '../storage/sent-log.ts'
import { openSync } from '../sync/sync.ts'
import { startSyncLoop } from '../sync/sync-loop.ts'
import type { Desk } from './desk.ts'
import type { Environment } from './environment.ts'
import { leaving } from './leaving.ts'
import { openLine } from './line.ts'
import { onlyWindow } from './only-window.ts'
import { performer } from './performer.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * Opens a person's desk: what is kept on this device is read, then the hub is asked. Resolves when there is
 * something to look at, without waiting for the hub.
 */
export async function openDesk(home: DeskHome, identity: Identity, environment: Environment): Promise<Desk> {
  const release = await onlyWindow(environment, identity.clientId)
  const line = openLine(home.transport)
  const { transport } = line
  const assembled = await assemble({ ...home, transport }, identity, environment)
  const { replica, outbox, keeps, sync, cache, sentLog } = assembled
  const drafts = await openDrafts({ ...environment, key: identity.dataKey, name: identity.clientId })
  const readTrail = await openReadTrail({
    staffNumber: identity.staffNumber,
    transport,
    databases: { ...environment, key: identity.dataKey, name: identity.clientId },
  })
  const loop = startSyncLoop({
    sync,
    replica,
    transport,
    environment,
    tidy: () => cache.tidy(replica.base),
  })
  const stopSweeping = sweepDrafts(drafts, replica, loop, sync)
  const stopTelling = loop.subscribe(() => loop.state().kind === 'connected' && void readTrail.flush())
  return {
    identity,
    replica,
    drafts,
    readTrail,
    unreadable: outbox.unreadable,
    lost: outbox.lost,
    forgetLost: outbox.forgetLost,
    sync: loop.state,
    asOf: sync.asOf,
    subscribeSync: loop.subscribe,
    ...performer({ replica, outbox, environment, loop, keeps }),
    refresh: loop.refresh,
    ...leaving({ home, identity, environment, loop, line, outbox, keeps, close }),
  }

  async function close(): Promise<void> {
    await loop.stop()
    await Promise.all([outbox.idle(), sentLog.idle(), drafts.idle(), readTrail.idle()])
    stopSweeping()
    stopTelling()
    readTrail.close()
    drafts.close()
    cache.close()
    sentLog.close()
    release()
  }
}

/** The parts of a desk that work without a clock of their own: the simulation drives them step by step. */
export async function assemble(home: DeskHome, identity: Identity, environment: Environment) {
  const { clientId, dataKey, cacheKey, staffNumber } = identity
  const newClientId = () => uuidV7(environment.clock(), environment.random) as ClientId
  const databases = { ...environment, key: dataKey, name: clientId }
  const [waiting, { cache, content }] = await Promise.all([
    openWaiting(home, identity, databases, newClientId),
    openCache({ ...databases, key: cacheKey }),
  ])
  const { outbox, sentLog } = waiting
  const replica = openReplica(staffNumber, waiting.keeps)
  for (const { outdated } of replica.update(content?.pages ?? [], outbox.entries())) cache.outdate(outdated)
  const { transport } = home
  const now = () => new Date(environment.clock()).toISOString()
  const stand = { staffNumber, transport, outbox, sentLog, replica, cache, now, newClientId }
  return { ...waiting, replica, cache, sync: openSync(stand, content?.place ?? null) }
}

interface Waiting {
  readonly outbox: Outbox
  readonly sentLog: SentLog
  /** Whether what is performed may wait here. */
  readonly keeps: boolean
}

/** What waits and what was sent. Where that does not open it stays as it is, and nothing is taken that would have to wait. */
async function openWaiting(
  home: DeskHome,
  { clientId, dataKey, staffNumber }: Identity,
  databases: Databases,
  newClientId: () => ClientId,
): Promise<Waiting> {
  if (dataKey) {
    try {
      const sentLog = await openSentLog(databases, dataKey, clientId)
      const outbox = await openOutbox(home.outbox, staffNumber, dataKey, sentLog.lastPlace)
      return { outbox, sentLog, keeps: true }
    } catch (problem) {
      console.error('What waits on this device cannot be opened.', problem)
    }
  }
  // Under a number of its own: the next start would take results of these commands for those of what waits there.
  const sentLog = memorySentLog(newClientId())
  return { outbox: await openOutbox(home.outbox, staffNumber, null, 0), sentLog, keeps: false }
}
