import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type SmallHub, smallHub } from '../electron/small-hub.ts'
import { launchDesk, type RunningDesk, startMain } from './launch.ts'
import type { Settings } from './settings.ts'

/** The built main process with a page of nothing: for what main and stand-in do by themselves. */
export interface SmallDesk {
  readonly hub: SmallHub
  readonly profile: string
  launch(keyStore?: Settings['keyStore'], hub?: null): Promise<RunningDesk>
  /** The main process alone, with another hub if one is named. */
  startMain(hub?: string): ReturnType<typeof startMain>
  remove(): Promise<void>
}

const project = resolve(import.meta.dirname, '../..')

export async function smallDesk(): Promise<SmallDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-stand-in-'))
  const built = join(folder, 'built')
  await cp(join(project, 'dist/electron'), join(built, 'electron'), { recursive: true })
  await cp(join(import.meta.dirname, 'fixtures'), join(built, 'renderer'), { recursive: true })
  const hub = await smallHub()
  const profile = join(folder, 'profile')
  const started: RunningDesk[] = []
  const launch = { hub: hub.url.href, profile, keyring: join(folder, 'keyring'), built }
  return {
    hub,
    profile,
    async launch(keyStore = 'working', hub?: null) {
      const desk = await launchDesk({ ...launch, ...(hub === null ? { hub } : {}), keyStore })
      started.push(desk)
      return desk
    },
    startMain: other => startMain({ ...launch, hub: other ?? launch.hub }),
    async remove() {
      for (const desk of started) await desk.close()
      await hub.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
