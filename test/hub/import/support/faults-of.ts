import { anEmptyHub } from './a-hub.ts'
import type { small } from './small-extract.ts'

/** What an import of this extract into an empty hub keeps out, and why. */
export const faultsOf = async (extract: typeof small) => {
  const hub = await anEmptyHub()
  const { files } = await hub.import(extract)
  return { hub, files, exceptions: await hub.exceptions() }
}
