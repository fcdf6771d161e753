import { useMemo, useRef } from 'react'
import { lostOf } from '../../shared/domain/follow-recovery.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { RecoveryRequest } from '../../shared/domain/recovery-request.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { caseloadOf } from '../../shared/queries/caseload.ts'
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
  )
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
    const recoveries = recoveriesRead(replica, view, index, today)
    last.current = readingsOf(caseload, view, index, today, last.current, {
      recoveries,
      advice: [...replica.aggregates('advice-request').values()],
      ownIncidents: replica.aggregates('incident').values(),
      asIntended: [...pending].flatMap(id => replica.caseGroup(id) ?? []),
    })
    return last.current
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
