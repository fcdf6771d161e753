import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useId } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { localProblems, whereFirst, whereFirstWords } from '../../../shared/queries/where-first.ts'
import { Callout } from '../../components/callout.tsx'
import type { FormState } from '../../forms/form-control.tsx'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { firstAnswers } from './raise-incident-fields.ts'

const questions = [
  {
    name: 'local',
    title: 'Is it one of these?',
    options: [
      ['no', 'No, none of these'],
      ...Object.entries(localProblems),
      ['passed-back', 'Yes, and local IT passed it back'],
    ],
  },
  {
    name: 'payments',
    title: 'Is it about payments?',
    options: [
      ['no', 'No'],
      ['finance-not-asked', 'Yes, and the Local Finance SPOC was not asked yet'],
      ['finance-asked', 'Yes, and the Local Finance SPOC was asked'],
    ],
  },
  {
    name: 'advice',
    title: 'Is it a question of policy or advice?',
    options: [
      ['no', 'No, the system does not do what it should'],
      ['yes', 'Yes'],
    ],
  },
] as const

interface FirstQuestionsProps {
  readonly form: FormState
  readonly group: CaseGroup | null
}

/** Three questions that send a problem where it belongs: local IT, the Local Finance SPOC, Advice and Guidance, or on to the incident (INC-1 to INC-3). */
export function FirstQuestions({ form, group }: FirstQuestionsProps) {
  const dispatch = useDeskDispatch()
  const values = form.watch()
  const where = whereFirst(firstAnswers(values))
  // A question that is asked after one that sends it elsewhere is none.
  const place = where === null || where === 'form' ? questions.length : places[where]
  return (
    <>
      {questions.slice(0, place).map(question => (
        <Question key={question.name} question={question} form={form} />
      ))}
      {where !== null && where !== 'form' && (
        <div role="status">
          <Callout tone="warn">
            <p>{whereFirstWords(where, group !== null)}</p>
            {where === 'advice' && (
              <Button
                size="small"
                onClick={() => dispatch(panelOpened({ kind: 'ask-advice', group: group?.id ?? null }))}
              >
                Ask for advice
              </Button>
            )}
          </Callout>
        </div>
      )}
    </>
  )
}

const places = { 'local-it': 1, finance: 2, advice: 3 } as const

interface QuestionProps {
  readonly question: (typeof questions)[number]
  readonly form: FormState
}

function Question({ question: { name, title, options }, form }: QuestionProps) {
  const id = useId()
  return (
    <Field label={title}>
      <RadioGroup
        className="first-questions"
        name={`${id}${name}`}
        value={form.watch(name) ?? ''}
        onChange={(_, { value }) => form.setValue(name, value, { shouldDirty: true })}
      >
        {options.map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </Field>
  )
}
