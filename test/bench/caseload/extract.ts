import { join } from 'node:path'
import { writeSample } from '../../../hub/sample/write-sample.ts'
import type { World } from '../world.ts'
import { type Manager, moveIntoOneSegment } from './one-segment.ts'

const seed = 1

/** A believable extract of so many case groups, as the hub imports it. */
export function extract(groups: number, world: World): Promise<string> {
  return world.shared(`extract-${groups}`, async () => {
    world.say(`Making an extract of ${groups.toLocaleString('en-GB')} case groups …`)
    const dir = join(world.folder, `extract-${groups}`)
    await writeSample({ groups, seed, dir })
    return [dir, async () => {}]
  })
}

export interface ManagedExtract {
  readonly dir: string
  readonly manager: Manager
}

/** The same, all of it in one segment. */
export function managedExtract(groups: number, world: World): Promise<ManagedExtract> {
  return world.shared(`managed-extract-${groups}`, async () => {
    world.say(`Making an extract of ${groups.toLocaleString('en-GB')} case groups in one segment …`)
    const dir = join(world.folder, `managed-extract-${groups}`)
    await writeSample({ groups, seed, dir })
    return [{ dir, manager: await moveIntoOneSegment(dir) }, async () => {}]
  })
}
