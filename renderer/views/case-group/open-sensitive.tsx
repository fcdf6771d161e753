import { Button, Field, Textarea } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { words as plainWords } from '../../../shared/commands/envelope.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { type ReadingPurpose, readingPurposes, WORDS_LIMIT } from '../../../shared/sync/readings.ts'
import { Callout } from '../../components/callout.tsx'
import { tooLong } from '../../forms/too-long.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { purposeWords } from './purpose-words.ts'

interface OpenSensitiveProps {
  readonly id: MasterCaseNumber
  readonly wide: boolean
  /** The form goes then; whether the keys were in it. */
  readonly onOpened: (hadKeys: boolean) => void
}

const given = plainWords.trim().min(1).max(WORDS_LIMIT)

type Stage = 'asked' | 'incomplete' | 'sending' | 'failed'

/** What a nationally sensitive group is opened for, asked before anything of it is shown (ACC-3). */
export function OpenSensitive({ id, wide, onOpened }: OpenSensitiveProps) {
  const { stage, isOffline, open } = useOpening(id, onOpened)
  const Heading = wide ? 'h1' : 'h2'
  return (
    <article className={wide ? 'detail detail-wide' : 'detail'}>
      <header>
        <Heading className="detail-title" id={wide ? 'title' : undefined}>
          Nationally sensitive <span className="number">{id}</span>
        </Heading>
        <p className="note pane-note">
          Say why you open it. Your name, the time and what you say here are recorded, and its leaders can
          read them.
        </p>
      </header>
      {isOffline && (
        <Callout tone="warn">
          The hub cannot be reached. A nationally sensitive case group is opened only while the hub records
          it.
        </Callout>
      )}
      {stage === 'failed' && (
        <Callout tone="alarm">It was not recorded, so it stays closed. Try again in a moment.</Callout>
      )}
      <PurposeForm
        incomplete={stage === 'incomplete'}
        blocked={isOffline || stage === 'sending'}
        onSubmit={open}
      />
    </article>
  )
}

/** Opening it: only while the hub records it, and only with what is asked. */
function useOpening(id: MasterCaseNumber, onOpened: OpenSensitiveProps['onOpened']) {
  const { readTrail } = useDesk()
  const isOffline = useDeskState(state => state.connection.sync.kind) !== 'connected'
  const [stage, setStage] = useState<Stage>('asked')
  const open = async (form: HTMLFormElement | null, purpose: ReadingPurpose | null, text: string) => {
    if (isOffline || stage === 'sending') return
    const read = given.safeParse(text)
    if (purpose === null || !read.success) return setStage('incomplete')
    setStage('sending')
    if (!(await readTrail.open(id, purpose, read.data))) return setStage('failed')
    onOpened(form?.contains(document.activeElement) === true)
  }
  return { stage, isOffline, open }
}

interface PurposeFormProps {
  readonly incomplete: boolean
  readonly blocked: boolean
  readonly onSubmit: ReturnType<typeof useOpening>['open']
}

function PurposeForm({ incomplete, blocked, onSubmit }: PurposeFormProps) {
  const [purpose, setPurpose] = useState<ReadingPurpose | null>(null)
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const submit = () => void onSubmit(form.current, purpose, text)
  return (
    <form
      ref={form}
      className="open-sensitive"
      autoComplete="off"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) submit()
      }}
    >
      <PurposeChooser chosen={purpose} onChoose={setPurpose} />
      <Field
        label="In a few words"
        {...(incomplete && {
          validationMessage: tooLong(text, WORDS_LIMIT) ?? 'Choose one, and say why in a few words.',
        })}
      >
        <Textarea
          value={text}
          onChange={(_, { value }) => setText(value)}
          autoComplete="off"
          resize="vertical"
          rows={2}
        />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={blocked}>
          Open 1 case group
        </Button>
      </div>
    </form>
  )
}

interface PurposeChooserProps {
  readonly chosen: ReadingPurpose | null
  readonly onChoose: (purpose: ReadingPurpose) => void
}

function PurposeChooser({ chosen, onChoose }: PurposeChooserProps) {
  return (
    <fieldset className="chooser">
      <legend>What do you open it for?</legend>
      {readingPurposes.map(each => (
        <label key={each} className="choice">
          <input type="radio" name="purpose" checked={chosen === each} onChange={() => onChoose(each)} />
          <span>{purposeWords[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
