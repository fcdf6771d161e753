import { anEmptyHub, type EmptyHub } from './a-hub.ts'
import { type Extract, later } from './small-extract.ts'

/** A hub that has taken these extracts, each a day later than the one before. */
export async function hubAfter(...extracts: readonly Extract[]): Promise<EmptyHub> {
  const hub = await anEmptyHub()
  for (const [day, extract] of extracts.entries()) await hub.import(later(extract, day))
  return hub
}

export const driftOf = async (hub: EmptyHub) =>
  (await hub.report('drift')).map(
    ({ masterCaseNumber, field, ours, source, kind }) =>
      `${masterCaseNumber} ${field}: ${ours} / ${source} ${kind}`,
  )

/** Locked at the source, and moved to enforcement there. */
export const locked = { lock_on: 'Y', lock_by: 'm1', lock_since: '2026-10-01T09:00:00Z' }
export const enforced = { segment_name: 'FS_GB_ENFMT_OOO_ELC', team_id: 'E1', assigned_to: 'e1' }
