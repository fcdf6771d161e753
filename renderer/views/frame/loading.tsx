import { numberWords } from '../../../shared/queries/date-words.ts'
import type { SyncState } from '../../desk/desk.ts'
import { useDeskState } from '../../store/store.ts'
import { SyncBanner } from './sync-banner.tsx'

/** Until the organisation has come there is nothing to list. */
export function Loading() {
  const { sync } = useDeskState(state => state.connection)
  return (
    <main className="main">
      <SyncBanner />
      <div className="empty">
        <h1 id="title">
          {sync.kind === 'loading' ? 'Fetching your caseload' : 'Your caseload is not here yet'}
        </h1>
        <p role="status">
          {sync.kind === 'loading'
            ? `${numberWords(sync.documents)} records have come so far. The lists open as soon as they are complete.`
            : waitingFor(sync)}
        </p>
        {sync.kind === 'loading' && <progress aria-label="Fetching" />}
      </div>
    </main>
  )
}

const waitingFor = ({ kind }: SyncState) =>
  kind === 'stopped'
    ? 'The hub was reached, but does not send it; the reason is above.'
    : 'It comes as soon as the hub can be reached.'
