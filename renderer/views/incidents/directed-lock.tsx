import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { lockKeepingOf } from '../../../shared/domain/incident-lock.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { Replica } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'

/** Asked of the segment manager, who alone ends a direction before its day (LOCK-6). */
export const WHY_SOONER = 'Why does the direction end sooner?'

const directionOn = (id: MasterCaseNumber, replica: Replica, today: PlainDate) => {
  const group = replica.caseGroup(id)
  const keeping = group && lockKeepingOf(group, today)
  return keeping?.kind === 'directed' ? keeping.direction : null
}

export const isDirected = (id: MasterCaseNumber, replica: Replica, today: PlainDate): boolean =>
  directionOn(id, replica, today) !== null

/** Who directed that the lock stays on, and until when. */
export function DirectedLock({ id }: { readonly id: MasterCaseNumber }) {
  const { replica } = useDesk()
  const { today } = useReadings()
  const direction = directionOn(id, replica, today)
  if (!direction) return null
  return (
    <Callout tone="warn">
      <p>
        The lock of <span className="number">{id}</span> was to stay on until {longDate(direction.until)}, by
        direction of {direction.by}. It comes off before that, with your reason.
      </p>
    </Callout>
  )
}
