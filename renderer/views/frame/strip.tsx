import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { counted, numberWords, whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { SyncState } from '../../desk/desk.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { countsOf } from '../needs-you/entry-counts.ts'
import { useRevision, useToday } from '../use-replica.ts'

/** How the desk stands with the hub, how fresh all is, what waits and what needs somebody. */
export const Strip = memo(function Strip({ readings }: { readonly readings: Readings | undefined }) {
  const { replica, identity } = useDesk()
  useRevision(replica, 'outbox')
  const today = useToday()
  const { sync, asOf } = useDeskState(state => state.connection)
  const { refused, waiting } = countsOf(replica.outbox())
  return (
    <footer className="strip">
      <span role="status" className={`sync sync-${sync.kind}`}>
        {syncWords(sync, today)}
      </span>
      {readings && <span>CMS2012 as of {whenWords(readings.index.organisation.takenAt, today)}</span>}
      {asOf !== null && <span>Hub as of {whenWords(asOf, today)}</span>}
      <Link to="/needs-you" className="strip-link">
        {counted(waiting, 'change waits', 'changes wait')}
      </Link>
      <Link to="/needs-you" className={refused > 0 ? 'strip-link strip-alarming' : 'strip-link'}>
        {counted(refused, 'needs you', 'need you')}
      </Link>
      {identity.demo && <span className="demo">Demonstration · sample caseload</span>}
    </footer>
  )
})

function syncWords(sync: SyncState, today: PlainDate): string {
  switch (sync.kind) {
    case 'loading':
      return `Fetching: ${numberWords(sync.documents)} records so far`
    case 'connected':
      return 'Connected'
    case 'offline':
      return `Offline since ${whenWords(sync.since, today).replace('today at ', '')}`
    case 'stuck':
      return 'Cannot send'
    case 'stopped':
      return 'Stopped'
    default:
      return assertNever(sync)
  }
}
