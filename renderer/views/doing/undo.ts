import type { CommandRequest, Desk } from '../../desk/desk.ts'

export interface Undo {
  readonly request: CommandRequest
  /** Of its own, given when the thing was first done; null: the one that is given now. */
  readonly reason: string | null
}

type Performed = Awaited<ReturnType<Desk['perform']>>

/** Performs them, those of one reason together: what a lock was for is said of each lock. */
export async function undo(desk: Desk, undos: readonly Undo[], reason: string | null) {
  const requests: CommandRequest[] = []
  const stored: Performed['stored'][number][] = []
  const refused: Performed['refused'][number][] = []
  let batch: Performed['batch'] | undefined
  for (const given of new Set(undos.map(one => one.reason ?? reason))) {
    const same = undos.filter(one => (one.reason ?? reason) === given).map(({ request }) => request)
    const performed = await desk.perform(same, given)
    batch = performed.batch
    requests.push(...same)
    stored.push(...performed.stored)
    refused.push(...performed.refused)
  }
  if (batch === undefined) throw new Error('There is nothing to undo.')
  return { requests, performed: { batch, stored, refused } }
}
