import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { type Cluster, openCluster, owner } from './embedded-cluster.ts'
import { runningPort, stopServer } from './embedded-process.ts'

export interface EmbeddedDatabase {
  url: string
  /** Resolves when the server is gone, whoever ended it, or was left. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Opens the PostgreSQL that lives in `dataDir`: made at the first use, started when it does not run, joined when
 * it does. The last user's `stop` stops the server; one that a killed hub left behind is joined like any other.
 */
export async function openEmbedded(dataDir: string, postgres?: string): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries(postgres)
  const cluster = await openCluster(dataDir, binaries)
  const { port, session } = await enter(cluster, binaries)
  const ended = new Promise<void>(gone => session.once('end', gone))
  await createDatabase(session)
  return {
    url: urlOf(cluster, port, 'desk'),
    ended,
    stop: () => leave(session, cluster, binaries),
  }
}

// Every user of the server holds this advisory lock shared. PostgreSQL takes it from a process that dies, however it
// dies, so whoever can have it alone is the last user.
const usersLock = 7_206_111

const RECOVERS = '57P03'
const PATIENCE = 600

async function enter(cluster: Cluster, binaries: Binaries) {
  for (let attempt = 1; ; attempt++) {
    const port = await runningPort(cluster, binaries)
    const session = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
    session.on('error', () => {})
    try {
      await session.connect()
      await session.query('SELECT pg_advisory_lock_shared($1)', [usersLock])
      return { port, session }
    } catch (problem) {
      // The last user may have stopped the server between its being found and our entering; or one of its
      // connections was killed, and it recovers.
      const recovers = (problem as { code?: string }).code === RECOVERS
      if (attempt >= (recovers ? PATIENCE : 5)) throw problem
      if (recovers) await sleep(100)
    }
  }
}

async function leave(session: pg.Client, cluster: Cluster, binaries: Binaries): Promise<void> {
  // Our session holds the lock alone until the server is down: nobody enters a server that is about to stop.
  if (await leavesLast(session)) await stopServer(cluster, binaries)
  await session.end()
}

async function leavesLast(session: pg.Client): Promise<boolean> {
  try {
    await session.query('SELECT pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await session.query('SELECT pg_try_advisory_lock($1) AS alone', [usersLock])
    return rows[0].alone
  } catch {
    // The session broke, and with it the server, or somebody stopped it: there is nothing left to stop.
    return false
  }
}

async function createDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query("SELECT 1 FROM pg_database WHERE datname = 'desk'")
  if (rowCount) return
  await session.query('CREATE DATABASE desk').catch(problem => {
    // Two that open a new cluster at once: the other one made it.
    if (problem.code !== '42P04' && problem.code !== '23505') throw problem
  })
}

function urlOf({ password }: Cluster, port: number, database: string): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`
}
