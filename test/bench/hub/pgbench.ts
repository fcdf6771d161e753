import { spawn } from 'node:child_process'
import { server } from '../server.ts'
import type { World } from '../world.ts'

/** Transactions a second of PostgreSQL's own benchmark on the same server; null where there is none on this machine. */
export async function pgbench(world: World, seconds: number): Promise<number | null> {
  const { create, drop } = await server(world)
  const url = await create()
  try {
    if ((await run(['--initialize', '--quiet', '--scale=10', url])) === null) return null
    const said = await run(['--client=10', '--jobs=2', '--no-vacuum', `--time=${seconds}`, url])
    const [, tps] = /tps = ([\d.]+)/.exec(said ?? '') ?? []
    return tps === undefined ? null : Number(tps)
  } finally {
    await drop(url)
  }
}

// Debian's postgresql-contrib brings it; the embedded PostgreSQL's package does not.
function run(args: readonly string[]): Promise<string | null> {
  const child = spawn('pgbench', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise(done => {
    child.on('error', () => done(null))
    child.on('close', code => done(code === 0 ? said : null))
  })
}
