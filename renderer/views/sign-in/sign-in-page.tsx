import { Button, Field, Input } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useState } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import type { DemoPerson } from '../../../shared/sync/session.ts'
import { Callout } from '../../components/callout.tsx'
import type { HubTransport } from '../../home/home.ts'
import { usePeople } from './use-people.ts'

interface SignInPageProps {
  readonly transport: HubTransport
  /** The hub offers signing in for demonstration. */
  readonly demo: boolean
  /** Changes of whoever just signed out that wait on this device. */
  readonly waiting: number
  readonly onChoose: (person: DemoPerson) => Promise<void>
}

/** Choosing whose desk to look at. Only a hub that was started for demonstration offers it. */
export function SignInPage({ transport, demo, waiting, onChoose }: SignInPageProps) {
  return (
    <main className="sign-in">
      <h1>Team Leader Desk</h1>
      {waiting > 0 && (
        <Callout tone="intended">
          <p role="status">
            You are signed out. {counted(waiting, 'change waits', 'changes wait')} on this device, sealed:
            nobody can read {waiting === 1 ? 'it' : 'them'} here, and nothing is lost. Sign in again to send{' '}
            {waiting === 1 ? 'it' : 'them'}.
          </p>
        </Callout>
      )}
      {demo ? (
        <>
          <Callout tone="warn">Demonstration · sample caseload. Nobody here is a real person.</Callout>
          <Chooser transport={transport} onChoose={onChoose} />
        </>
      ) : (
        <p>This hub does not offer signing in for demonstration, and no other way is set up on it.</p>
      )}
    </main>
  )
}

function Chooser({ transport, onChoose }: Pick<SignInPageProps, 'transport' | 'onChoose'>) {
  const [words, setWords] = useState('')
  const [place, setPlace] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const { people, failed, retry } = usePeople(transport, words)
  const id = useId()
  const current = Math.min(place, people.length - 1)
  const choose = (person: DemoPerson | undefined) => {
    if (!person) return
    setProblem(null)
    onChoose(person).catch(() =>
      setProblem('The hub did not let that person in. Try again, or choose somebody else.'),
    )
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
      <Field
        label="Sign in as"
        hint="A name, a staff number, a team or a role: team leader, segment manager, caseworker, specialist or local IT."
      >
        <Input
          autoFocus
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
      {failed && (
        <Callout tone="alarm">
          The hub cannot be reached, so nobody can be looked up. Nothing is lost.{' '}
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </Callout>
      )}
      <div id={id} role="listbox" aria-label="Members of staff" className="people-list">
        {people.map((person, at) => (
          <PersonOption
            key={person.staffNumber}
            id={`${id}${at}`}
            person={person}
            current={at === current}
            onChoose={() => choose(person)}
          />
        ))}
      </div>
      {!failed && people.length === 0 && <p role="status">Nobody of that name, number, role or team.</p>}
    </>
  )
}

interface PersonOptionProps {
  readonly id: string
  readonly person: DemoPerson
  readonly current: boolean
  readonly onChoose: () => void
}

function PersonOption({ id, person, current, onChoose }: PersonOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, aria-activedescendant the option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div id={id} role="option" aria-selected={current} className="person-option" onClick={onChoose}>
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
