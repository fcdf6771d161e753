import { clockInLondon, type Instant, instantsInLondon, isPlainDate } from '../../shared/domain/time.ts'
import type { FormField, FormValues } from './form-field.ts'

/**
 * A time by the clock in London. Once a year an hour of it is there twice, which is asked then, and once it is not there,
 * which is said: nothing guesses which moment was meant.
 */
export function momentFields(field: FormField, values: FormValues): readonly FormField[] {
  const clock = values[field.name] ?? ''
  const { length } = instantsInLondon(clock)
  if (length === 0 && isPlainDate(clock.slice(0, 10)))
    return [{ ...field, wrong: `The clocks go forward then, so there is no ${clock.slice(11)} that night` }]
  if (length < 2) return [field]
  const wrong = 'Say which of the two it is: the clocks go back then'
  const which: FormField = {
    name: whichOf(field.name),
    label: `Which ${clock.slice(11)}?`,
    kind: 'choice',
    options: [
      { value: '', label: 'The clocks go back then: choose' },
      { value: FIRST, label: 'The first, in summer time' },
      { value: SECOND, label: 'The second, an hour later' },
    ],
    wrong,
  }
  return [{ ...field, wrong }, which]
}

/** What such a field has of an instant. */
export function momentValues(name: string, instant: Instant): FormValues {
  const clock = clockInLondon(instant)
  const both = instantsInLondon(clock)
  if (both.length < 2) return { [name]: clock }
  const isSecond = Date.parse(instant) >= Date.parse(both[1] ?? '')
  return { [name]: clock, [whichOf(name)]: isSecond ? SECOND : FIRST }
}

/** Its instant; what is none, or may be either of two, stays as it is, and is refused by the command. */
export function momentOf(name: string, values: FormValues): string {
  const clock = values[name] ?? ''
  const [first, second] = instantsInLondon(clock)
  if (second === undefined) return first ?? clock
  const which = values[whichOf(name)]
  return which === FIRST && first !== undefined ? first : which === SECOND ? second : clock
}

const FIRST = 'first'
const SECOND = 'second'
const whichOf = (name: string) => `${name}Which`
