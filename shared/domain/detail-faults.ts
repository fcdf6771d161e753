import type { CaseGroup } from './case-group.ts'
import { type DetailField, type Details, detailFields } from './incident-details.ts'
import { isNino, tidyNino } from './nino.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { isMadeUp } from './request-here.ts'
import { isPlainDate, type PlainDate } from './time.ts'

export interface DetailFault {
  readonly field: DetailField
  /** AAC would reject an error; a warning is looked at once more, the source may be right; what is behind was true once. */
  readonly severity: 'error' | 'warning' | 'behind'
  readonly words: string
  /** Of what is behind: what the record has by now. */
  readonly instead?: string
}

/** Whether CMS2012 has a number just so: then the source may be right, whatever its format. */
export type IsHeld = (number: string) => boolean

export function numbersHeld(group: CaseGroup | null, { staff }: Pick<OrganisationIndex, 'staff'>): IsHeld {
  const people = group?.people ?? []
  const numbers = new Set<string>(people.flatMap(({ scin, nino }) => (nino ? [scin, nino] : [scin])))
  return number => numbers.has(number) || staff.has(number as never)
}

/**
 * What is wrong with the answers as they stand: an impossible format is an error, but a warning where CMS2012 itself
 * has it so; so is a date that has not come yet. “None held” is an answer, other words are not a number.
 */
export function detailFaults(details: Details, isHeld: IsHeld, today: PlainDate): readonly DetailFault[] {
  return detailFields.flatMap(field => {
    const value = details[field]?.trim() ?? ''
    const format = formats[field]
    const wrong = format?.partsOf(value).filter(part => !isNoNumber(part) && !format.fits(part)) ?? []
    if (format && wrong.length > 0) {
      const isError = !format.mayDiffer && !wrong.every(isHeld)
      return [{ field, severity: isError ? 'error' : 'warning', words: format.words } as const]
    }
    const isFuture = dates.includes(field) && datesIn(value).some(date => date > today)
    return isFuture ? [{ field, severity: 'error', words: 'That date has not come yet.' } as const] : []
  })
}

const isNoNumber = (part: string) => part === '' || /^(no|none|not|nobody|unknown|n\/a)\b/i.test(part)

interface Format {
  readonly partsOf: (value: string) => readonly string[]
  readonly fits: (part: string) => boolean
  readonly words: string
  /** Others are in use, too. */
  readonly mayDiffer?: true
}

const whole = (value: string) => [value]
// Of several receiving parents.
const each = (value: string) => value.split(/[;,]/).map(part => part.trim())
const figures = (length: number) => (part: string) =>
  new RegExp(`^\\d{${length}}$`).test(part.replace(/\s+/g, ''))

const nino: Format = {
  partsOf: each,
  fits: part => isNino(tidyNino(part)),
  words: 'A NINO is two letters, six figures and a letter from A to D, such as AB 12 34 56 C.',
}
const staffNumber: Format = { partsOf: whole, fits: figures(8), words: 'A staff number has 8 figures.' }

const formats: Readonly<Partial<Record<DetailField, Format>>> = {
  serviceRequest: {
    partsOf: whole,
    fits: part => !isMadeUp(part),
    words: 'That is the desk’s own number: give the one that the service request has in CMS2012.',
  },
  nino,
  payingParentNino: nino,
  receivingParentNino: nino,
  scin: { partsOf: whole, fits: figures(12), words: 'A SCIN has 12 figures.' },
  caseworkerStaffNumber: staffNumber,
  teamLeaderStaffNumber: staffNumber,
  reference: {
    partsOf: each,
    fits: part => /^[A-Z0-9][A-Z0-9 /-]{2,29}$/i.test(part),
    words: 'An ERN or TRN is figures and letters, such as 123/AB456.',
    mayDiffer: true,
  },
}

const dates: readonly DetailField[] = ['dateRaised', 'deoDesireFlagSetOn', 'rdoLsdoAttemptedOn']

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The dates in a text: `2026-11-03`, `3 November 2026`, `3 Nov 2026` or `3/11/2026`. */
function datesIn(text: string): readonly PlainDate[] {
  const long = new RegExp(
    `(\\d{1,2}) (${months.map(name => `${name}|${name.slice(0, 3)}`).join('|')}) (\\d{4})`,
    'gi',
  )
  const read = [...text.matchAll(long)].map(([, day = '', month = '', year = '']) => {
    const place =
      months.findIndex(name => name.slice(0, 3).toLowerCase() === month.slice(0, 3).toLowerCase()) + 1
    return dateOf(day, String(place), year)
  })
  const short = [...text.matchAll(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g)]
  const figures = short.map(([, day = '', month = '', year = '']) => dateOf(day, month, year))
  return [...(text.match(/\d{4}-\d{2}-\d{2}/g) ?? []), ...read, ...figures].filter(isPlainDate)
}

const dateOf = (day: string, month: string, year: string): PlainDate =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
