import { buildDesk, deskFolder } from '../../../build/build-desk.ts'
import { hubProcess } from '../../hub-process.ts'
import { managedExtract } from '../caseload/extract.ts'
import type { Manager } from '../caseload/one-segment.ts'
import { importInto } from '../import-into.ts'
import { comeToRest, server } from '../server.ts'
import type { World } from '../world.ts'

export interface DeskHub {
  readonly origin: string
  readonly manager: Manager
  /** The folder with the extract that it holds. */
  readonly folder: string
}

/** A hub in a process of its own, with so many case groups in one segment, that serves the built desk. */
export function deskHub(groups: number, world: World): Promise<DeskHub> {
  return world.shared(`hub-${groups}`, async () => {
    await buildDesk()
    const { dir, manager } = await managedExtract(groups, world)
    const { create } = await server(world)
    const url = await create()
    world.say(`Importing ${groups.toLocaleString('en-GB')} case groups into a hub …`)
    await importInto(url, dir)
    await comeToRest(url)
    const { origin, stop } = await hubProcess({
      from: ['--database-url', url],
      desk: deskFolder,
      complaints: 'inherit',
    })
    return [{ origin, manager, folder: dir }, stop]
  })
}
