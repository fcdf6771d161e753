import { whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import { useDeskState } from '../../store/store.ts'
import { useToday } from '../use-replica.ts'

/** Said above the list while the hub is out of reach or will not answer: what happened, what is safe, what to do. */
export function SyncBanner() {
  const { sync } = useDeskState(state => state.connection)
  const today = useToday()
  if (sync.kind === 'offline') {
    return (
      <Callout tone="warn">
        Working offline since {whenWords(sync.since, today).replace('today at ', '')}. You can carry on; what
        you change is kept on this device and sent when the hub can be reached.
      </Callout>
    )
  }
  if (sync.kind === 'stopped') {
    return (
      <Callout tone="alarm">
        {sync.reason} What you see may be out of date; changes you have made are kept on this device.
      </Callout>
    )
  }
  return null
}
