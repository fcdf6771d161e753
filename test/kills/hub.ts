import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type HubProcess, hubProcess } from '../hub-process.ts'
import { chanceOf } from '../simulation/chance.ts'
import { fill, groupsOf, kept, teams } from './hub-data.ts'
import { ends, type Victim, victims } from './hub-ends.ts'
import { judgeHub, type Verdict } from './judge-hub.ts'
import { type Pusher, pusher } from './pusher.ts'

export interface HubKills extends Verdict {
  readonly kills: Readonly<Record<Victim, number>>
}

/** The longest that it is let alone, in milliseconds. */
const LONGEST = 600

/** Kills the hub, its PostgreSQL, or one of that's connections, while four desks push; then judges what is left. */
export async function killHubs(count: number, seed: number): Promise<HubKills> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-kills-'))
  const chance = chanceOf(seed)
  const pushers = teams.map(team => pusher(team, groupsOf(team), chance))
  const kills: Record<Victim, number> = { hub: 0, postgres: 0, connection: 0 }
  let hub: HubProcess | undefined
  try {
    await fill(folder)
    for (let kill = 0; kill < count; kill++) {
      const running = hub ?? (await start(folder))
      const victim = victims[kill % victims.length] ?? 'hub'
      const stop = new AbortController()
      const working = Promise.all(pushers.map(({ work }) => work(running.origin, stop.signal)))
      // What nothing was said of cannot be lost, however slow the machine.
      if (kill === 0) await untilAcknowledged(pushers)
      await sleep(chance.below(LONGEST))
      const isGone = await ends[victim](running, folder, chance)
      hub = isGone ? undefined : running
      stop.abort()
      await working
      kills[victim] += 1
    }
    await hub?.kill()
    hub = undefined
    return {
      kills,
      ...judgeHub(
        pushers.map(({ sent }) => sent),
        await kept(folder),
      ),
    }
  } finally {
    await hub?.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilAcknowledged(pushers: readonly Pusher[]): Promise<void> {
  while (pushers.every(({ sent }) => sent.acknowledged === 0)) await sleep(10)
}

const TRIES = 20

// PostgreSQL does not start while the last connections of the one that was killed are still ending.
async function start(folder: string): Promise<HubProcess> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const hub = await hubProcess({ from: ['--data', folder], complaints: 'ignore' }).catch(() => null)
    if (hub) return hub
    await sleep(100 * attempt)
  }
  throw new Error('The hub does not start any more.')
}
