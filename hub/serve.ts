import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { type Database, openDatabase } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { refuseUndurable } from './database/refuse-undurable.ts'
import { openMetrics } from './operations/metrics.ts'
import { operationsApp } from './operations/operations-app.ts'
import { openProvider, type ProviderSettings } from './session/provider.ts'
import type { SessionLimits } from './session/session-limits.ts'
import { forgetOld } from './store/forget-old.ts'

export interface HubOptions {
  /** Where the embedded PostgreSQL lives; ignored with `databaseUrl`. */
  readonly dataDir?: string
  readonly databaseUrl?: string
  /** 0 or none: any free one. */
  readonly port?: number
  readonly host?: string
  readonly demo: boolean
  readonly deskFolder: string | null
  /** Who says who somebody is; none: only the demonstration lets anybody in. */
  readonly provider?: ProviderSettings | undefined
  /** Where health and metrics are told, to this machine only; none: nowhere. */
  readonly operationsPort?: number | undefined
  readonly session?: SessionLimits | undefined
}

export interface RunningHub {
  readonly port: number
  /** Null: nothing is told. */
  readonly operationsPort: number | null
  close(): Promise<void>
}

const DAY = 86_400_000
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
  { host = LOOPBACK, port = 0, demo, deskFolder, provider, operationsPort, session }: HubOptions,
) {
  await migrate(url)
  const database = await openDurable(url)
  // Standard output belongs to whoever started the hub.
  const log = pino({ level: 'warn' }, pino.destination(2))
  const metrics = openMetrics(database)
  const app = await buildApp({
    database,
    demo,
    deskFolder,
    hosts: provider ? [host, new URL(provider.publicUrl).hostname] : [host],
    provider: provider && openProvider(provider),
    session,
    log,
    answered: metrics.answered,
  })
  const operations = operationsPort === undefined ? null : operationsApp(database, metrics)
  const keepUp = () => void forgetOld(database, new Date().toISOString()).catch(ignore)
  const upkeep = setInterval(keepUp, DAY)
  const close = async () => {
    clearInterval(upkeep)
    await Promise.all([app.close(), operations?.close()])
    await database.close()
  }
  try {
    await app.listen({ host, port })
    await operations?.listen({ host: LOOPBACK, port: operationsPort ?? 0 })
  } catch (problem) {
    await close()
    throw problem
  }
  keepUp()
  return { port: portOf(app), operationsPort: operations && portOf(operations), close }
}

async function openDurable(url: string): Promise<Database> {
  const database = openDatabase(url)
  try {
    await refuseUndurable(database)
    return database
  } catch (problem) {
    await database.close()
    throw problem
  }
}

const portOf = ({ server }: FastifyInstance): number => (server.address() as AddressInfo).port

async function databaseOf({ dataDir, databaseUrl }: HubOptions) {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  if (dataDir === undefined)
    throw new Error('The hub needs a folder for its data, or the address of a PostgreSQL.')
  return openEmbedded(dataDir)
}

// What could not be forgotten today is forgotten tomorrow.
function ignore(): void {}
