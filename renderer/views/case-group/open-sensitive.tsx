import { Button, Field, Textarea } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { words as plainWords } from '../../../shared/commands/envelope.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { type ReadingPurpose, readingPurposes, WORDS_LIMIT } from '../../../shared/sync/readings.ts'
import { Callout } from '../../components/callout.tsx'
import { isSending } from '../../forms/is-sending.ts'
import { tooLong } from '../../forms/too-long.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { purposeWords } from './purpose-words.ts'

interface OpenSensitiveProps {
  readonly ids: readonly MasterCaseNumber[]
  readonly wide: boolean
  /** The form goes then; whether the keys were in it. */
  readonly onOpened: (hadKeys: boolean) => void
  /** Null: there is nothing to go back from. */
  readonly onBack: (() => void) | null
}

const given = plainWords.trim().min(1).max(WORDS_LIMIT)

type Stage = 'asked' | 'incomplete' | 'sending' | 'failed'

/** What nationally sensitive groups are opened for, asked before anything of them is shown (ACC-3). */
export function OpenSensitive({ ids, wide, onOpened, onBack }: OpenSensitiveProps) {
  const { stage, isOffline, open } = useOpening(ids, onOpened)
  const Heading = wide ? 'h1' : 'h2'
  const many = ids.length > 1
  return (
    <article className={wide ? 'detail detail-wide' : 'detail'}>
      <header>
        <Heading className="detail-title" id={wide ? 'title' : undefined}>
          <Opened ids={ids} />
        </Heading>
        <p className="note pane-note">
          {many
            ? 'Say once why you open them. With each, your name, the time and what you say here are recorded, and its leaders can read them.'
            : 'Say why you open it. Your name, the time and what you say here are recorded, and its leaders can read them.'}
        </p>
        {many && <Numbers ids={ids} />}
      </header>
      {isOffline && (
        <Callout tone="warn">
          The hub cannot be reached. A nationally sensitive case group is opened only while the hub records
          it.
        </Callout>
      )}
      {stage === 'failed' && (
        <Callout tone="alarm">
          {many
            ? 'Not all of it was recorded, so they stay closed. Try again in a moment.'
            : 'It was not recorded, so it stays closed. Try again in a moment.'}
        </Callout>
      )}
      <PurposeForm
        count={ids.length}
        incomplete={stage === 'incomplete'}
        blocked={isOffline || stage === 'sending'}
        onSubmit={open}
        onBack={onBack}
      />
    </article>
  )
}

function Opened({ ids: [first, ...others] }: Pick<OpenSensitiveProps, 'ids'>) {
  if (others.length > 0) return counted(others.length + 1, 'nationally sensitive case group')
  return (
    <>
      Nationally sensitive <span className="number">{first}</span>
    </>
  )
}

const SHOWN = 8

function Numbers({ ids }: Pick<OpenSensitiveProps, 'ids'>) {
  const more = ids.length - SHOWN
  return (
    <p className="note pane-note number">
      {ids.slice(0, SHOWN).join(', ')}
      {more > 0 && ` and ${numberWords(more)} more`}
    </p>
  )
}

/** Opening it: only while the hub records it, and only with what is asked. */
function useOpening(ids: OpenSensitiveProps['ids'], onOpened: OpenSensitiveProps['onOpened']) {
  const { readTrail } = useDesk()
  const isOffline = useDeskState(state => state.connection.sync.kind) !== 'connected'
  const [stage, setStage] = useState<Stage>('asked')
  const open = async (form: HTMLFormElement | null, purpose: ReadingPurpose | null, text: string) => {
    if (isOffline || stage === 'sending') return
    const read = given.safeParse(text)
    if (purpose === null || !read.success) return setStage('incomplete')
    setStage('sending')
    if (!(await readTrail.open(ids, purpose, read.data))) return setStage('failed')
    onOpened(form?.contains(document.activeElement) === true)
  }
  return { stage, isOffline, open }
}

interface PurposeFormProps extends Pick<OpenSensitiveProps, 'onBack'> {
  readonly count: number
  readonly incomplete: boolean
  readonly blocked: boolean
  readonly onSubmit: ReturnType<typeof useOpening>['open']
}

function PurposeForm({ count, incomplete, blocked, onSubmit, onBack }: PurposeFormProps) {
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
      onKeyDown={event => {
        if (isSending(event)) submit()
        if (event.key === 'Escape') onBack?.()
      }}
    >
      <PurposeChooser many={count > 1} chosen={purpose} onChoose={setPurpose} />
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
      <div className="toolbar leave">
        <Button type="submit" appearance="primary" disabledFocusable={blocked}>
          Open {counted(count, 'case group')}
        </Button>
        {onBack && <Button onClick={onBack}>Back</Button>}
      </div>
    </form>
  )
}

interface PurposeChooserProps {
  readonly many: boolean
  readonly chosen: ReadingPurpose | null
  readonly onChoose: (purpose: ReadingPurpose) => void
}

function PurposeChooser({ many, chosen, onChoose }: PurposeChooserProps) {
  return (
    <fieldset className="chooser">
      <legend>What do you open {many ? 'them' : 'it'} for?</legend>
      {readingPurposes.map(each => (
        <label key={each} className="choice">
          <input type="radio" name="purpose" checked={chosen === each} onChange={() => onChoose(each)} />
          <span>{purposeWords[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
