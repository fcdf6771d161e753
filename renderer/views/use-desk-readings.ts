import { useMemo, useRef } from 'react'
import { lostOf } from '../../shared/domain/follow-recovery.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { RecoveryRequest } from '../../shared/domain/recovery-request.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { caseloadAfter, caseloadOf } from '../../shared/queries/caseload.ts'
import { type Readings, readingsOf } from '../../shared/queries/readings.ts'
import { type RecoveryRow, recoveryRows } from '../../shared/queries/recoveries.ts'
import { isLocalItDesk, type Viewpoint, viewpointOf } from '../../shared/queries/viewpoint.ts'
import type { Desk, Replica } from '../desk/desk.ts'
import { groupOfEntry } from './outbox-entry.ts'
import { useRevision, useToday } from './use-replica.ts'

/** All lists, read once for each revision; undefined until the organisation has come. */
export function useDeskReadings({ replica, identity }: Desk): Readings | undefined {
  const revision = useRevision(
    replica,
    'case-group',
    'organisation',
    'outbox',
    'recovery-request',
    'incident',
    'advice-request',
    'data-exception',
  )
  const today = useToday()
  const last = useRef<{ readonly readings: Readings; readonly mark: number }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const index = replica.organisation()
    const view = index && viewpointOf(identity.staffNumber, index, today)
    if (!index || !view) return undefined
    const waiting = replica.outbox().filter(({ state }) => state.kind !== 'refused')
    const pending = new Set(waiting.flatMap(entry => groupOfEntry(entry) ?? []))
    const before = last.current?.readings
    const held = { shown: replica.caseGroups(), pending, confirmed: replica.confirmed }
    const { mark, ids } = replica.changedGroups(last.current?.mark ?? null)
    const caseload = before && ids ? caseloadAfter(before.caseload, ids, held) : caseloadOf(held)
    const recoveries = recoveriesRead(replica, view, index, today)
    const readings = readingsOf(caseload, view, index, today, before, {
      recoveries,
      advice: [...replica.aggregates('advice-request').values()],
      exceptions: [...replica.aggregates('data-exception').values()],
      ownIncidents: replica.aggregates('incident').values(),
      asIntended: [...pending].flatMap(id => replica.caseGroup(id) ?? []),
    })
    last.current = { readings, mark }
    return readings
  }, [replica, identity, revision, today])
}

function recoveriesRead(
  replica: Replica,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly RecoveryRow[] {
  const isLost = ({ masterCaseNumber, serviceRequest }: RecoveryRequest) => {
    const group = replica.caseGroup(masterCaseNumber)
    return group !== undefined && lostOf(group, serviceRequest?.number ?? null, index) !== null
  }
  const asIt = isLocalItDesk(view)
  return recoveryRows(replica.aggregates('recovery-request').values(), { asIt, isLost, index, today })
}
