import { Button, Field, Input } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useState } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import type { DemoPerson } from '../../../shared/sync/session.ts'
import { Callout } from '../../components/callout.tsx'
import type { LockNotice } from '../../desk/lock-notice.ts'
import type { LockReason } from '../../desk/lock-watch.ts'
import type { HubTransport } from '../../home/home.ts'
import { lostWords } from './lost-words.ts'
import { usePeople } from './use-people.ts'
import { type SigningIn, useSigningIn } from './use-signing-in.ts'
import { WithProvider } from './with-provider.tsx'

interface SignInPageProps {
  readonly transport: HubTransport
  /** The hub offers signing in for demonstration. */
  readonly demo: boolean
  /** It takes who comes from the service's identity provider. */
  readonly provider: boolean
  /** The provider's page opens in a browser beside the desk; else it takes the place of this one. */
  readonly inOwnBrowser: boolean
  /** How the desk was left that was here before. */
  readonly left: LockNotice | null
  readonly onProvider: () => Promise<void>
  readonly onGiveUp: () => void
  readonly onChoose: (person: DemoPerson) => Promise<void>
}

/** Signing in as oneself; at a hub that was started for demonstration also choosing whose desk to look at. */
export function SignInPage({
  transport,
  demo,
  provider,
  inOwnBrowser,
  left,
  onProvider,
  onGiveUp,
  onChoose,
}: SignInPageProps) {
  // One at a time: what is asked for beside it would not be done.
  const [atProvider, chosen] = [useSigningIn('oneself'), useSigningIn('somebody')]
  return (
    <main className="sign-in">
      <h1>Team Leader Desk</h1>
      {left && <HowLeft {...left} />}
      {provider && (
        <WithProvider
          signingIn={atProvider}
          isDisabled={chosen.isUnderWay}
          {...{ inOwnBrowser, onProvider, onGiveUp }}
        />
      )}
      {demo && (
        <>
          <Callout tone="warn">Demonstration · sample caseload. Nobody here is a real person.</Callout>
          <Chooser signingIn={chosen} isDisabled={atProvider.isUnderWay} {...{ transport, onChoose }} />
        </>
      )}
      {!demo && !provider && (
        <p>
          Nobody can sign in at this hub: it offers no demonstration, and no identity provider is set up on
          it. Whoever runs it can say why.
        </p>
      )}
    </main>
  )
}

function HowLeft({ why, waiting, lost }: LockNotice) {
  const them = waiting === 1 ? 'it' : 'them'
  return (
    <>
      {why !== 'left' && <Callout tone="warn">{lockWords[why]}</Callout>}
      {waiting > 0 && (
        <Callout tone="intended">
          <p role="status">
            {why === 'left' && 'You are signed out. '}
            {counted(waiting, 'change waits', 'changes wait')} on this device, sealed: nobody can read {them}{' '}
            here. Sign in again to send {them}.
          </p>
        </Callout>
      )}
      {lost.length > 0 && (
        <Callout tone="alarm">
          <p role="status">{lostWords(lost)}</p>
        </Callout>
      )}
    </>
  )
}

const lockWords: Readonly<Record<LockReason, string>> = {
  idle: 'The desk locked itself because nobody was using it. Sign in to go on.',
  limit: 'Your session is over: it lasts only so long, whatever you do. Sign in to go on.',
  machine: 'The desk locked itself with the machine. Sign in to go on.',
  closed:
    'The hub let you in no longer: your session has ended, you have no access any more, or somebody else has signed in in this browser. Sign in to go on; if you cannot, ask service management.',
  wiped: 'Whoever runs the hub has had this device wiped: nothing of the caseload is on it any more.',
}

interface ChooserProps extends Pick<SignInPageProps, 'transport' | 'onChoose'> {
  readonly signingIn: SigningIn
  /** Somebody is signing in with the identity provider. */
  readonly isDisabled: boolean
}

function Chooser({ signingIn, isDisabled, transport, onChoose }: ChooserProps) {
  const [words, setWords] = useState('')
  const [place, setPlace] = useState(0)
  const { isUnderWay, problem, begin } = signingIn
  const { people, failed, retry } = usePeople(transport, words)
  const id = useId()
  const current = Math.min(place, people.length - 1)
  const choose = (person: DemoPerson | undefined) => {
    if (person && !isDisabled) begin(() => onChoose(person))
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) choose(people[current])
    else setPlace((current + step + people.length) % Math.max(1, people.length))
  }
  return (
    <>
      <Field label="Sign in as" hint={isDisabled ? disabledHint : chooserHint}>
        <Input
          autoFocus
          disabled={isDisabled}
          type="search"
          autoComplete="off"
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={people.length > 0 ? `${id}${current}` : undefined}
          value={words}
          onChange={(_, { value }) => {
            setWords(value)
            setPlace(0)
          }}
          onKeyDown={move}
        />
      </Field>
      {problem !== null && <Callout tone="alarm">{problem}</Callout>}
      {failed && <NobodyFound onRetry={retry} />}
      <PeopleList {...{ id, people, current, isDisabled }} onChoose={choose} />
      {isUnderWay && <p role="status">Signing in.</p>}
      {!failed && people.length === 0 && <p role="status">Nobody of that name, number, role or team.</p>}
    </>
  )
}

const chooserHint =
  'A name, a staff number, a team or a role: team leader, segment manager, caseworker, specialist or local IT.'
const disabledHint = 'You are signing in with the identity provider. Cancel that to choose somebody here.'

function NobodyFound({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Callout tone="alarm">
      The hub cannot be reached, so nobody can be looked up. Nothing is lost.{' '}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </Callout>
  )
}

interface PeopleListProps {
  readonly id: string
  readonly people: readonly DemoPerson[]
  readonly current: number
  readonly isDisabled: boolean
  readonly onChoose: (person: DemoPerson) => void
}

function PeopleList({ id, people, current, isDisabled, onChoose }: PeopleListProps) {
  return (
    <div id={id} role="listbox" aria-label="Members of staff" className="people-list">
      {people.map((person, at) => (
        <PersonOption
          key={person.staffNumber}
          id={`${id}${at}`}
          person={person}
          current={at === current}
          isDisabled={isDisabled}
          onChoose={() => onChoose(person)}
        />
      ))}
    </div>
  )
}

interface PersonOptionProps {
  readonly id: string
  readonly person: DemoPerson
  readonly current: boolean
  readonly isDisabled: boolean
  readonly onChoose: () => void
}

function PersonOption({ id, person, current, isDisabled, onChoose }: PersonOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, aria-activedescendant the option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={isDisabled}
      className="person-option"
      onClick={onChoose}
    >
      <span>
        <strong>{person.name}</strong> <span className="number quiet">{person.staffNumber}</span>
      </span>
      <span className="quiet">
        {person.roles.join(', ')}
        {person.team !== null && ` · ${person.team}`}
      </span>
    </div>
  )
}
