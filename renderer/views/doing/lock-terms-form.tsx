import { Button } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo } from 'react'
import { type FieldError, type UseFormRegisterReturn, useForm } from 'react-hook-form'
import { z } from 'zod'
import { setLock } from '../../../shared/commands/set-lock.ts'
import { type LockCategory, REVIEW_DAYS, reviewDateObjection } from '../../../shared/domain/lock.ts'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import { daysWords, longDate } from '../../../shared/queries/date-words.ts'
import { lockCategoryWords } from '../../../shared/queries/lock-words.ts'
import { useReadings } from '../desk-context.ts'
import { type LockTerms, quickDays, usualReview } from './lock-terms.ts'

interface LockTermsFormProps {
  /** None: no category is to be chosen. */
  readonly categories: readonly LockCategory[]
  /** What it was asked with when it was refused. */
  readonly earlier: LockTerms | null
  /** Null: not complete, or not as the command takes it. */
  readonly onChoose: (terms: LockTerms | null) => void
}

interface Fields {
  readonly category: LockCategory | null
  readonly reviewOn: PlainDate
}

/** What the lock is for, and when somebody else looks at it: at most 28 days ahead (LOCK-2). */
export function LockTermsForm({ categories, earlier, onChoose }: LockTermsFormProps) {
  const { today } = useReadings()
  const asksCategory = categories.length > 0
  const schema = useMemo(() => schemaOf(asksCategory, today), [asksCategory, today])
  const { register, handleSubmit, setValue, watch, formState } = useForm<Fields>({
    resolver: zodResolver(schema),
    defaultValues: {
      category: asksCategory ? (earlier?.category ?? null) : null,
      reviewOn: earlier?.reviewOn ?? usualReview(today),
    },
    shouldFocusError: false,
  })
  const offer = handleSubmit(onChoose, () => onChoose(null))
  // The day that was asked for may have gone by since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is opened.
  useEffect(() => {
    if (earlier) void offer()
  }, [])
  const choose = (on: PlainDate) => {
    setValue('reviewOn', on)
    void offer()
  }
  const chosen = watch('reviewOn')
  const wrong = wrongDate(formState.errors.reviewOn)
  return (
    <form className="lock-terms" autoComplete="off" onSubmit={offer}>
      {asksCategory && (
        <CategoryChooser
          categories={categories}
          registered={register('category', { onChange: () => void offer() })}
        />
      )}
      <label className="date-label">
        To be reviewed on
        <input
          className="date-field"
          type="date"
          min={today}
          max={addDays(today, REVIEW_DAYS)}
          autoComplete="off"
          aria-describedby="review-hint"
          aria-invalid={wrong !== undefined}
          {...register('reviewOn', { onChange: () => void offer() })}
        />
      </label>
      <p id="review-hint" className={wrong ? 'wrong' : 'quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? (chosen && `${longDate(chosen)}, at most ${daysWords(REVIEW_DAYS)} ahead.`)}
      </p>
      <QuickDays today={today} chosen={chosen} onChoose={choose} />
    </form>
  )
}

interface CategoryChooserProps {
  readonly categories: readonly LockCategory[]
  readonly registered: UseFormRegisterReturn
}

function CategoryChooser({ categories, registered }: CategoryChooserProps) {
  return (
    <fieldset className="chooser">
      <legend>What is the lock for?</legend>
      {categories.map(category => (
        <label key={category} className="choice">
          <input type="radio" value={category} {...registered} />
          <span>{lockCategoryWords[category]}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface QuickDaysProps {
  readonly today: PlainDate
  readonly chosen: PlainDate
  readonly onChoose: (on: PlainDate) => void
}

/** The usual days of a review, one press each. */
function QuickDays({ today, chosen, onChoose }: QuickDaysProps) {
  return (
    <fieldset className="toolbar" aria-label="Review in">
      {quickDays.map(days => {
        const on = addDays(today, days)
        return (
          <Button
            key={days}
            size="small"
            aria-pressed={chosen === on}
            appearance={chosen === on ? 'primary' : 'secondary'}
            onClick={() => onChoose(on)}
          >
            {daysWords(days)}
          </Button>
        )
      })}
    </fieldset>
  )
}

// What is no date at all is told by the schema in words of its own.
const wrongDate = (error: FieldError | undefined) =>
  error && (error.type === 'custom' ? error.message : 'Choose the day of the review.')

/** As the command takes them, with the dates that it would refuse told beside the field. */
function schemaOf(asksCategory: boolean, today: PlainDate) {
  const { category, reviewOn } = setLock.args.shape
  return z.object({
    category: asksCategory ? category : z.null(),
    reviewOn: reviewOn.superRefine((on, { addIssue }) => {
      const objection = reviewDateObjection(on, today)
      if (objection) addIssue({ code: 'custom', message: objection })
    }),
  })
}
