import { Button, Field, Textarea } from '@fluentui/react-components'
import { type KeyboardEvent, use, useRef, useState } from 'react'
import { words as plainWords } from '../../../shared/commands/envelope.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { type ReadingPurpose, readingPurposes, WORDS_LIMIT } from '../../../shared/sync/readings.ts'
import { Callout } from '../../components/callout.tsx'
import { tooLong } from '../../forms/too-long.ts'
import { GridHandleContext } from '../../keyboard/grid-handle.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { purposeWords } from './purpose-words.ts'

interface OpenSensitiveProps {
  readonly id: MasterCaseNumber
  readonly wide: boolean
  readonly onOpened: () => void
}

const given = plainWords.trim().min(1).max(WORDS_LIMIT)

/** What a nationally sensitive group is opened for, asked before anything of it is shown (ACC-3). */
export function OpenSensitive({ id, wide, onOpened }: OpenSensitiveProps) {
  const { readTrail } = useDesk()
  const isOffline = useDeskState(state => state.connection.sync.kind) !== 'connected'
  const [purpose, setPurpose] = useState<ReadingPurpose | null>(null)
  const [text, setText] = useState('')
  const [stage, setStage] = useState<'asked' | 'incomplete' | 'sending' | 'failed'>('asked')
  const grid = use(GridHandleContext)
  const form = useRef<HTMLFormElement>(null)
  const submit = async () => {
    if (isOffline || stage === 'sending') return
    const read = given.safeParse(text)
    if (purpose === null || !read.success) return setStage('incomplete')
    setStage('sending')
    if (!(await readTrail.open(id, purpose, read.data))) return setStage('failed')
    const isHere = form.current?.contains(document.activeElement)
    onOpened()
    // The form goes, and what had the focus in it: the keys are the list's again.
    if (isHere) grid.current?.focus()
  }
  const byKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) void submit()
  }
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
      <form
        ref={form}
        className="open-sensitive"
        autoComplete="off"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={byKey}
      >
        <fieldset className="chooser">
          <legend>What do you open it for?</legend>
          {readingPurposes.map(each => (
            <label key={each} className="choice">
              <input
                type="radio"
                name="purpose"
                checked={purpose === each}
                onChange={() => setPurpose(each)}
              />
              <span>{purposeWords[each]}</span>
            </label>
          ))}
        </fieldset>
        <Field
          label="In a few words"
          {...(stage === 'incomplete' && {
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
          <Button type="submit" appearance="primary" disabledFocusable={isOffline || stage === 'sending'}>
            Open 1 case group
          </Button>
        </div>
      </form>
    </article>
  )
}
