import type { ClientId } from '../../shared/domain/ids.ts'
import type { DeskHome, Identity } from '../home/home.ts'
import { openOutbox } from '../outbox/outbox.ts'
import { openReplica } from '../replica/replica.ts'
import { openCache } from '../storage/open-cache.ts'
import { openSentLog } from '../storage/open-sent-log.ts'
import { openSync } from '../sync/sync.ts'
import { startSyncLoop } from '../sync/sync-loop.ts'
import type { Desk } from './desk.ts'
import { type Environment, pageEnvironment } from './environment.ts'
import { onlyWindow } from './only-window.ts'
import { performer } from './performer.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * Opens a person's desk: what is kept on this device is read, then the hub is asked. Resolves when there is
 * something to look at, without waiting for the hub.
 */
export async function openDesk(
  home: DeskHome,
  identity: Identity,
  environment: Environment = pageEnvironment(),
): Promise<Desk> {
  const release = await onlyWindow(environment, identity.clientId)
  const assembled = await assemble(home, identity, environment)
  const { replica, outbox, sync, cache, sentLog } = assembled
  const loop = startSyncLoop({
    sync,
    replica,
    transport: home.transport,
    environment,
    tidy: () => cache.tidy(replica.base),
  })
  return {
    identity,
    replica,
    sync: loop.state,
    asOf: sync.asOf,
    subscribeSync: loop.subscribe,
    ...performer({ replica, outbox, environment, loop, keeps: identity.dataKey !== null }),
    refresh: loop.refresh,
    async signOut() {
      const goOn = await loop.hold()
      // Where its person cannot be signed out, the desk goes on as it was.
      await home.signOut().catch(problem => {
        goOn()
        throw problem
      })
      await loop.stop()
      await Promise.all([outbox.idle(), sentLog.idle()])
      cache.close()
      sentLog.close()
      release()
    },
  }
}

/** The parts of a desk that work without a clock of their own: the simulation drives them step by step. */
export async function assemble(home: DeskHome, identity: Identity, environment: Environment) {
  const { clientId, dataKey, staffNumber } = identity
  const databases = { ...environment, key: dataKey, name: clientId }
  const [sentLog, { cache, content }] = await Promise.all([
    openSentLog(databases, clientId),
    openCache(databases),
  ])
  const outbox = await openOutbox(home.outbox, staffNumber, dataKey, sentLog.lastPlace)
  const replica = openReplica(staffNumber)
  for (const { outdated } of replica.update(content?.pages ?? [], outbox.entries())) cache.outdate(outdated)
  const sync = openSync(
    {
      transport: home.transport,
      outbox,
      sentLog,
      replica,
      cache,
      now: () => new Date(environment.clock()).toISOString(),
      newClientId: () => uuidV7(environment.clock(), environment.random) as ClientId,
    },
    content?.place ?? null,
  )
  return { replica, outbox, sync, cache, sentLog }
}
