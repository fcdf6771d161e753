import { Button } from '@fluentui/react-components'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { SyncState } from '../../desk/desk.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { countsOf } from '../needs-you/entry-counts.ts'
import { useSignOut } from '../sign-out.ts'
import { useRevision, useToday } from '../use-replica.ts'

/** Said above the list while the hub is out of reach or will not answer: what happened, what is safe, what to do. */
export function SyncBanner() {
  const { unreadable } = useDesk()
  return (
    <>
      {unreadable > 0 && (
        <Callout tone="alarm">
          {counted(unreadable, 'change', 'changes')} made on this device before cannot be read any more: the
          key is another one. {unreadable === 1 ? 'It stays' : 'They stay'} here, sealed, and{' '}
          {unreadable === 1 ? 'was' : 'were'} not sent. Look at what you did here last, and do it again where
          it is missing.
        </Callout>
      )}
      <Standing />
    </>
  )
}

function Standing() {
  const { replica } = useDesk()
  const { sync } = useDeskState(state => state.connection)
  const today = useToday()
  useRevision(replica, 'outbox')
  if (sync.kind === 'offline') {
    const { waiting } = countsOf(replica.outbox())
    return (
      <Callout tone="warn">
        Working offline since {whenWords(sync.since, today).replace('today at ', '')}. You can carry on;{' '}
        {counted(waiting, 'change waits', 'changes wait')} to be sent.
      </Callout>
    )
  }
  if (sync.kind === 'stopped') {
    return (
      <Callout tone="alarm">
        <p>
          {stoppedWords(sync)} What you see may be out of date; changes you have made are kept on this device.
        </p>
        <SignInAgain {...sync} />
      </Callout>
    )
  }
  return null
}

type Stopped = Extract<SyncState, { readonly kind: 'stopped' }>

/** Why the hub does not go on, in a sentence. */
function stoppedWords({ code, reason }: Stopped): string {
  return code === 'not-signed-in'
    ? 'Your session has ended (it lasts twelve hours), or somebody else has signed in in this browser.'
    : reason
}

/** Back to the sign-in page, where that is what helps. What waits stays sealed here. */
function SignInAgain({ code }: Stopped) {
  const signOut = useSignOut()
  return (
    code === 'not-signed-in' && (
      <Button size="small" appearance="primary" onClick={signOut}>
        Sign in
      </Button>
    )
  )
}
