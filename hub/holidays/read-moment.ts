import { type Instant, instantsInLondon, isPlainDate } from '../../shared/domain/time.ts'
import { Refusal } from '../import/refusal.ts'

const zoned =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const local = /^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

/** A time as a person types it: with its zone, else by the clock in London; a date alone is its first moment. */
export function readMoment(text: string): Instant {
  if (isPlainDate(text)) return onLondonClock(`${text}T00:00:00`, text)
  if (!isPlainDate(text.slice(0, 10)) || !(zoned.test(text) || local.test(text)))
    throw new Refusal(
      `There is no time “${text.slice(0, 40)}”: write it as 2026-11-26T14:10Z, as 2026-11-26T14:10 by the clock in London, or as a date.`,
    )
  return zoned.test(text) ? new Date(text).toISOString() : onLondonClock(text.replace(' ', 'T'), text)
}

// The London clock is UTC or an hour ahead. Once a year an hour is not there, and once it is there twice.
function onLondonClock(wall: string, typed: string): Instant {
  const [only, another] = instantsInLondon(wall)
  if (only === undefined)
    throw new Refusal(
      `The clocks go forward then, so there is no ${typed} in London: give it with its zone, as in 2026-03-29T01:30Z.`,
    )
  if (another !== undefined)
    throw new Refusal(
      `The clocks go back then, so ${typed} is twice in London: give it with its zone, as in 2026-10-25T01:30+01:00 or 2026-10-25T01:30Z.`,
    )
  return only
}
