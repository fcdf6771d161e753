import { useMemo, useRef } from 'react'
import { caseloadOf } from '../../shared/queries/caseload.ts'
import { type Readings, readingsOf } from '../../shared/queries/readings.ts'
import { viewpointOf } from '../../shared/queries/viewpoint.ts'
import type { Desk } from '../desk/desk.ts'
import { groupOfEntry } from './outbox-entry.ts'
import { useRevision, useToday } from './use-replica.ts'

/** All lists, read once for each revision; undefined until the organisation has come. */
export function useDeskReadings({ replica, identity }: Desk): Readings | undefined {
  const revision = useRevision(replica, 'case-group', 'organisation', 'outbox')
  const today = useToday()
  const last = useRef<Readings>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const index = replica.organisation()
    const view = index && viewpointOf(identity.staffNumber, index, today)
    if (!index || !view) return undefined
    const waiting = replica.outbox().filter(({ state }) => state.kind !== 'refused')
    const pending = new Set(waiting.flatMap(entry => groupOfEntry(entry) ?? []))
    const caseload = caseloadOf(replica.caseGroups(), pending, id => replica.confirmed(id))
    last.current = readingsOf(caseload, view, index, today, last.current)
    return last.current
  }, [replica, identity, revision, today])
}
