import { z } from 'zod'
import { byDivision, type Calendar, divisions } from '../../shared/domain/calendar.ts'
import { listWords } from '../../shared/domain/list-words.ts'
import type { Division } from '../../shared/domain/organisation.ts'
import { isPlainDate, type PlainDate } from '../../shared/domain/time.ts'
import { plain } from '../import/plain.ts'
import { Refusal } from '../import/refusal.ts'

const event = z.looseObject({ title: z.string(), date: z.string() })
const file = z.record(z.string(), z.looseObject({ division: z.string(), events: z.array(event) }))
type File = z.output<typeof file>

/**
 * The calendar in a file of the public `bank-holidays.json` format. It covers the whole years that the file has of every
 * division, up to its last: one that breaks off in spring says nothing of that year's Christmas (ADV-5).
 */
export function readBankHolidays(text: string): Calendar {
  const found = parse(text)
  refuseDivisions(found)
  const names = byDivision(division => namesOf(division, found[division]?.events ?? []))
  const covers = wholeYears(names)
  const isWithin = (date: PlainDate) => date >= covers.from && date <= covers.to
  const kept = byDivision(division =>
    Object.fromEntries(Object.entries(names[division]).filter(([date]) => isWithin(date))),
  )
  return {
    kind: 'calendar',
    id: 'calendar',
    holidays: byDivision(division => Object.keys(kept[division]).sort()),
    names: kept,
    covers,
  }
}

function parse(text: string): File {
  let json: unknown
  try {
    // A byte order mark is nobody's fault.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal('The file is not JSON, so nothing was changed. Download bank-holidays.json again.')
  }
  const read = file.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue?.path.length ? ` at ${plain(issue.path.join('.'))}` : ''
  throw new Refusal(
    `The file is JSON, but not in the format of bank-holidays.json${place}: each division with its events, each event with a title and a date. Nothing was changed.`,
  )
}

function refuseDivisions(found: File): void {
  const known: readonly string[] = divisions
  const unknown = Object.keys(found).filter(name => !known.includes(name))
  if (unknown.length > 0)
    throw new Refusal(
      `The file has a division that is not known, ${listWords(unknown.map(plain))}; there are ${listWords(divisions)}. Nothing was changed.`,
    )
  const missing = divisions.filter(name => !found[name])
  if (missing.length > 0)
    throw new Refusal(`The file lacks the division ${listWords(missing)}, so nothing was changed.`)
  const wrong = divisions.find(name => found[name]?.division !== name)
  if (wrong)
    throw new Refusal(
      `What stands under ${wrong} calls itself ${plain(found[wrong]?.division ?? '')}, so nothing was changed.`,
    )
}

function namesOf(division: Division, events: File[string]['events']): Readonly<Record<PlainDate, string>> {
  const names = new Map<PlainDate, string>()
  for (const [place, { title, date }] of events.entries()) {
    const where = `event ${place + 1} of ${division}`
    if (!isPlainDate(date))
      throw new Refusal(
        `The date of ${where}, ${plain(date)}, is none: write it as 2026-06-15. Nothing was changed.`,
      )
    if (names.has(date))
      throw new Refusal(`The file has ${date} twice for ${division}, so nothing was changed.`)
    names.set(date, plain(title))
  }
  return Object.fromEntries(names)
}

// New Year's Day falls in every January and Christmas in every December: a year without one of them is not whole.
function wholeYears(names: Calendar['names']): { readonly from: PlainDate; readonly to: PlainDate } {
  const months = divisions.map(
    division => new Set(Object.keys(names[division]).map(date => date.slice(0, 7))),
  )
  const isWhole = (year: number) => months.every(found => found.has(`${year}-01`) && found.has(`${year}-12`))
  const years = [...new Set([...(months[0] ?? [])].map(month => Number(month.slice(0, 4))))]
  const last = Math.max(...years.filter(isWhole))
  if (!Number.isFinite(last))
    throw new Refusal('The file has no whole year of all three divisions, so nothing was changed.')
  let first = last
  while (isWhole(first - 1)) first--
  return { from: `${first}-01-01`, to: `${last}-12-31` }
}
