import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { Unreadable } from '../../outbox/outbox.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { safeWords } from '../kept-words.ts'
import { madeWords } from '../made-words.ts'
import { countsOf } from '../needs-you/entry-counts.ts'
import { useRevision, useToday } from '../use-replica.ts'
import { LostHere } from './lost-here.tsx'

/** Said above the list while the hub is out of reach or will not answer: what happened, what is safe, what to do. */
export function SyncBanner() {
  const { unreadable, drafts } = useDesk()
  return (
    <>
      <LostHere />
      {unreadable.length > 0 && <Callout tone="alarm">{unreadableWords(unreadable)}</Callout>}
      {drafts.unreadable > 0 && <Callout tone="alarm">{unreadableDraftWords(drafts.unreadable)}</Callout>}
      <Standing />
    </>
  )
}

function unreadableWords(unreadable: Unreadable): string {
  const one = unreadable.length === 1
  const made = unreadable.filter(time => time !== null)
  const when = made.length > 0 ? ` Made ${madeWords(made)}.` : ''
  return `${counted(unreadable.length, 'change')} made on this device before cannot be read any more: the key is another one. ${one ? 'It stays' : 'They stay'} here, sealed, and ${one ? 'was' : 'were'} not sent.${when} Look at what you did ${when ? 'then' : 'here last'}, and do it again where it is missing.`
}

function unreadableDraftWords(many: number): string {
  const one = many === 1
  return `${counted(many, 'draft')} written on this device before cannot be read any more: the key is another one. ${one ? 'It stays' : 'They stay'} here, sealed, and ${one ? 'was' : 'were'} not sent. Write ${one ? 'it' : 'them'} again where ${one ? 'it is' : 'they are'} missing.`
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
  if (sync.kind === 'stuck') {
    return (
      <Callout tone="alarm">
        Changes cannot be sent, because this device saves nothing any more. Its disk may be full: make room,
        and the desk goes on by itself. {safeWords(replica.outbox())}
      </Callout>
    )
  }
  if (sync.kind === 'stopped') {
    return (
      <Callout tone="alarm">
        {sync.reason} What you see may be out of date. {safeWords(replica.outbox())}
      </Callout>
    )
  }
  return null
}
