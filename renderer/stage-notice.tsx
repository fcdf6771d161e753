import { Button } from '@fluentui/react-components'
import { counted } from '../shared/queries/date-words.ts'
import { type LockNotice, readNotice } from './desk/lock-notice.ts'
import type { Stage } from './use-stage.ts'
import { useChangeHub } from './views/change-hub.ts'
import { lostWords } from './views/sign-in/lost-words.ts'

interface Words {
  readonly title: string
  readonly text: string
  /** What trying again does; null: there is nothing to try. */
  readonly retry: 'start' | 'renew' | null
}

type Without = Exclude<Stage, { readonly kind: 'at-work' | 'signed-out' }>

interface StageNoticeProps {
  readonly stage: Without
  readonly onStart: () => void
  readonly onRenew: () => Promise<void>
}

/** Why nobody can work at the desk now, and what there is to do about it. */
export function StageNotice({ stage, onStart, onRenew }: StageNoticeProps) {
  const changeHub = useChangeHub()
  const { title, text, retry } = wordsFor(stage)
  return (
    <main className="sign-in">
      <h1>{title}</h1>
      <p role="status">{text}</p>
      {retry && (
        <Button autoFocus onClick={() => void (retry === 'start' ? onStart() : onRenew())}>
          Try again
        </Button>
      )}
      {/* It may be the wrong hub. */}
      {stage.kind === 'unreachable' && changeHub && <Button onClick={changeHub}>Change the hub</Button>}
    </main>
  )
}

function wordsFor(stage: Without): Words {
  switch (stage.kind) {
    case 'starting':
      return { title: 'Opening the desk', text: 'One moment.', retry: null }
    case 'leaving':
      return { title: 'Signing out', text: 'One moment.', retry: null }
    case 'locking':
      return { title: 'Locking the desk', text: 'What you did is being kept, sealed.', retry: null }
    case 'wiped':
      return { title: 'This device keeps nothing any more', text: wipedWords(stage.waiting), retry: 'start' }
    case 'locked':
      return { title: 'The hub cannot be reached', text: lockedWords(stage.waiting), retry: 'start' }
    case 'locked-here':
      return {
        title: 'The desk is locked, and the hub cannot be reached',
        text: lockedWords(stage.waiting),
        retry: 'renew',
      }
    case 'unreachable':
      return {
        title: 'The hub cannot be reached',
        text: `${leftHere(readNotice())} Check the network, then try again.`,
        retry: 'start',
      }
    case 'elsewhere':
      return {
        title: 'The desk is open in another window',
        text: 'One window works with your caseload at a time. Go on there, or close that window and try again here.',
        retry: 'start',
      }
  }
}

const lockedWords = (waiting: number) =>
  `In a browser the hub holds the key to what is kept on this device. ${leftHere({ waiting, lost: readNotice()?.lost ?? [] })} What waits is sent once the hub answers and you are signed in.`

function leftHere(left: Pick<LockNotice, 'waiting' | 'lost'> | null): string {
  const waiting = left?.waiting ? `${waits(left.waiting)} here, sealed. ` : ''
  return waiting + (left?.lost.length ? lostWords(left.lost) : 'Nothing is lost.')
}

function wipedWords(waiting: number): string {
  const it = waiting === 1 ? 'it' : 'them'
  const next =
    waiting > 0
      ? `${waits(waiting)} on it, sealed: nobody can read ${it}. Ask service management to allow the device again, and sign in to send ${it}.`
      : 'Ask service management if that is not right.'
  return `Whoever runs the hub has had it wiped: nothing of the caseload is on it. ${next}`
}

const waits = (waiting: number) => counted(waiting, 'change waits', 'changes wait')
