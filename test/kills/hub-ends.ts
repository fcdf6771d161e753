import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { HubProcess } from '../hub-process.ts'
import type { Chance } from '../simulation/chance.ts'
import { withDatabase } from './hub-data.ts'

export const victims = ['hub', 'postgres', 'connection'] as const
export type Victim = (typeof victims)[number]

const A_LITTLE = 60

/** How each is killed; whether the hub must be started again afterwards. */
export const ends: Readonly<
  Record<Victim, (hub: HubProcess, folder: string, chance: Chance) => Promise<boolean>>
> = {
  async hub(hub) {
    await hub.kill()
    return true
  },

  /** As in a power cut: the database first, the hub soon after, and both start again from what is on the disk. */
  async postgres(hub, folder, chance) {
    const [pid] = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    await sleep(chance.below(A_LITTLE))
    await hub.kill()
    return true
  },

  /** PostgreSQL then ends all others too and recovers by itself; the hub goes on. */
  async connection(_hub, folder, chance) {
    const pids = await withDatabase(folder, async ({ db }) => {
      const { rows } = await sql<{ pid: number }>`
        SELECT pid FROM pg_stat_activity
        WHERE datname = 'desk' AND pid <> pg_backend_pid() AND backend_type = 'client backend'`.execute(db)
      return rows.map(({ pid }) => pid)
    })
    process.kill(chance.pick(pids), 'SIGKILL')
    return false
  },
}
