import { pino } from 'pino'
import { buildApp } from './app.ts'
import { openDatabase } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
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
}

export interface RunningHub {
  readonly port: number
  close(): Promise<void>
}

const DAY = 86_400_000

/** Starts a hub that listens: on its own embedded database, or on the one given. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { url, stop } = await databaseOf(options)
  try {
    const { port, close } = await serve(url, options)
    return { port, close: () => close().finally(stop) }
  } catch (problem) {
    await stop()
    throw problem
  }
}

async function serve(url: string, { host = '127.0.0.1', port = 0, demo, deskFolder }: HubOptions) {
  await migrate(url)
  const database = openDatabase(url)
  // Standard output belongs to whoever started the hub.
  const log = pino({ level: 'warn' }, pino.destination(2))
  const app = await buildApp({ database, demo, deskFolder, hosts: [host], log })
  const keepUp = () => void forgetOld(database, new Date().toISOString()).catch(ignore)
  const upkeep = setInterval(keepUp, DAY)
  const close = async () => {
    clearInterval(upkeep)
    await app.close()
    await database.close()
  }
  try {
    await app.listen({ host, port })
  } catch (problem) {
    await close()
    throw problem
  }
  keepUp()
  return { port: (app.server.address() as { port: number }).port, close }
}

async function databaseOf({ dataDir, databaseUrl }: HubOptions) {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  if (dataDir === undefined)
    throw new Error('The hub needs a folder for its data, or the address of a PostgreSQL.')
  return openEmbedded(dataDir)
}

// What could not be forgotten today is forgotten tomorrow.
function ignore(): void {}
