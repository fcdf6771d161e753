import { hubProcess } from '../../hub-process.ts'
import { managedExtract } from '../caseload/extract.ts'
import type { Manager } from '../caseload/one-segment.ts'
import { importInto } from '../import-into.ts'
import { comeToRest, server } from '../server.ts'
import type { World } from '../world.ts'

export interface PlainHub {
  readonly origin: string
  readonly url: string
  readonly manager: Manager
}

/** A hub without a desk, in a process of its own, with all case groups of one segment. */
export function plainHub(world: World): Promise<PlainHub> {
  return world.shared('plain-hub', async () => {
    const { dir, manager } = await managedExtract(world.groups, world)
    const url = await (await server(world)).create()
    world.say(`Importing ${world.groups.toLocaleString('en-GB')} case groups into a hub without a desk …`)
    await importInto(url, dir)
    await comeToRest(url)
    const { origin, stop } = await hubProcess({ from: ['--database-url', url], complaints: 'inherit' })
    return [{ origin, url, manager }, stop]
  })
}
