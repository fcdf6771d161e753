import type { AddressInfo } from 'node:net'
import { Server as TlsServer } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { openAnchors } from './audit/keep-anchors.ts'
import { type Database, openDatabase } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { refuseUndurable } from './database/refuse-undurable.ts'
import { listeningOf, type Reached } from './listening.ts'
import { openLog } from './operations/log.ts'
import { openMetrics } from './operations/metrics.ts'
import { operationsApp } from './operations/operations-app.ts'
import { openProvider, type ProviderSettings } from './session/provider.ts'
import type { SessionLimits } from './session/session-limits.ts'
import { startUpkeep } from './upkeep.ts'

export interface HubOptions {
  /** Where the embedded PostgreSQL lives; ignored with `databaseUrl`. */
  readonly dataDir?: string
  readonly databaseUrl?: string
  /** 0 or none: any free one. */
  readonly port?: number
  /** None: in clear, to this machine only. */
  readonly reached?: Reached
  readonly demo: boolean
  readonly deskFolder: string | null
  /** Who says who somebody is; none: only the demonstration lets anybody in. */
  readonly provider?: ProviderSettings | undefined
  /** Where health and metrics are told, to this machine only; none: nowhere. */
  readonly operationsPort?: number | undefined
  readonly session?: SessionLimits | undefined
  /** A file outside of the database in which the end of the audit trail is noted; none: nobody but verify-audit does. */
  readonly auditAnchor?: string | undefined
}

export interface RunningHub {
  readonly port: number
  /** As this machine reaches it. */
  readonly origin: string
  /** Null: nothing is told. */
  readonly operationsPort: number | null
  close(): Promise<void>
  /** Once it is closed: whether a file that does not answer keeps this process from ending by itself. */
  isHeldUp(): boolean
}

/** Longer than a push may wait for its locks and an answer may take; a machine that vanished holds a hub up no longer. */
const ANSWERS_WITHIN = 60_000
const LOOPBACK = '127.0.0.1'

/** Starts a hub that listens: on its own embedded database, or on the one given. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { url, stop } = await databaseOf(options)
  try {
    const { close, ...ports } = await serve(url, options)
    return { ...ports, close: () => close().finally(stop) }
  } catch (problem) {
    await stop()
    throw problem
  }
}

async function serve(
  url: string,
  { reached = {}, port = 0, demo, deskFolder, provider, operationsPort, session, auditAnchor }: HubOptions,
) {
  const { host, names: hosts, ...heard } = listeningOf({ publicUrl: provider?.publicUrl, ...reached })
  // In a demonstration anybody is anybody: who signed in says nothing, and a person reads what is printed.
  const log = openLog(undefined, demo ? 'warn' : 'info')
  const anchors = auditAnchor === undefined ? null : await openAnchors(auditAnchor, log)
  await migrate(url)
  const database = await openDurable(url)
  const metrics = openMetrics(database)
  const app = await buildApp({
    database,
    demo,
    deskFolder,
    hosts,
    ...heard,
    provider: provider && openProvider(provider),
    session,
    log,
    answered: metrics.answered,
  })
  const operations = operationsPort === undefined ? null : operationsApp(database, metrics)
  const upkeep = startUpkeep(database, anchors)
  const close = async () => {
    await Promise.all([app.close(), operations?.close()])
    await upkeep.end()
    await database.close()
  }
  try {
    await app.listen({ host, port })
    await operations?.listen({ host: LOOPBACK, port: operationsPort ?? 0 })
  } catch (problem) {
    await close()
    throw problem
  }
  const isHeldUp = () => anchors?.waits() ?? false
  return { ...placeOf(app), operationsPort: operations && placeOf(operations).port, close, isHeldUp }
}

async function openDurable(url: string): Promise<Database> {
  const database = openDatabase(url, ANSWERS_WITHIN)
  try {
    await refuseUndurable(database)
    return database
  } catch (problem) {
    await database.close()
    throw problem
  }
}

function placeOf({ server }: FastifyInstance) {
  const { address, family, port } = server.address() as AddressInfo
  const scheme = server instanceof TlsServer ? 'https' : 'http'
  return { port, origin: `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}` }
}

async function databaseOf({ dataDir, databaseUrl }: HubOptions) {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  if (dataDir === undefined)
    throw new Error('The hub needs a folder for its data, or the address of a PostgreSQL.')
  return openEmbedded(dataDir)
}
