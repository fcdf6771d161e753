import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, runBinary } from './embedded-binaries.ts'
import type { Cluster } from './embedded-cluster.ts'

const patience = 120_000

/** The port on which the cluster's server answers; starts the server when none runs. */
export async function runningPort(cluster: Cluster, binaries: Binaries): Promise<number> {
  const deadline = Date.now() + patience
  let failures = 0
  while (Date.now() < deadline) {
    const server = await readServer(cluster)
    if (server?.ready) return server.port
    if (server) await sleep(50)
    // Two that start it at once: one fails, and finds the other's server in the next round.
    else if (!(await start(cluster, binaries))) failures++
    if (failures > 3) break
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log ends: ${await endOf(cluster.log)}`)
}

/** Stops the cluster's server; sessions still open are closed by it. */
export async function stopServer(cluster: Cluster, binaries: Binaries): Promise<void> {
  await runBinary(binaries.pg_ctl, ['stop', `--pgdata=${cluster.folder}`, '--mode=fast', '--wait'])
}

interface Server {
  ready: boolean
  port: number
}

/** Reads what PostgreSQL itself writes about the server that runs: pid, port and state. */
async function readServer({ folder }: Cluster): Promise<Server | undefined> {
  const file = join(folder, 'postmaster.pid')
  const read = () => readFile(file, 'utf8').catch(() => '')
  const text = await read()
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid)) return undefined
  const server = { ready: lines[7]?.trim() === 'ready', port: Number(lines[3]) }
  // Only Linux tells what a process is; but a server is ready only after it listens.
  if (isPostgres(pid) && !(server.ready && (await refuses(server.port)))) return server
  // The number went to another process since. PostgreSQL would take that one for its server and refuse to
  // start; the rest of the file stays, it guards against leftover backends. Another file is a new server's.
  if ((await read()) === text) await writeFile(file, [impossiblePid, ...lines.slice(1)].join('\n'))
  return undefined
}

/** Whether nobody listens there. */
function refuses(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', problem => resolve((problem as NodeJS.ErrnoException).code === 'ECONNREFUSED'))
  })
}

const impossiblePid = 999_999_999

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

async function start(cluster: Cluster, binaries: Binaries): Promise<boolean> {
  const options = settings(await freePort())
    .map(setting => `-c ${setting}`)
    .join(' ')
  const args = [
    'start',
    `--pgdata=${cluster.folder}`,
    `--log=${cluster.log}`,
    '--wait',
    `--options=${options}`,
  ]
  // The server inherits what pg_ctl has open, and would hold a pipe to us for as long as it lives.
  return runBinary(binaries.pg_ctl, args, 'ignored').then(
    () => true,
    () => false,
  )
}

function settings(port: number): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=256MB',
    'max_wal_size=2GB',
    'timezone=UTC',
    'log_checkpoints=off',
    // Statements and details of errors carry people's data, which the log must not.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function endOf(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '(there is no log)')
  return text.trim().split('\n').slice(-5).join(' / ')
}
