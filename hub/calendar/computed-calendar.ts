import Holidays from 'date-holidays'
import { byDivision, type Calendar } from '../../shared/domain/calendar.ts'
import type { Division } from '../../shared/domain/organisation.ts'
import type { PlainDate } from '../../shared/domain/time.ts'

const places: Readonly<Record<Division, string>> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
}

/** Proclaimed after the package was made: no rule computes them. */
const proclaimed: Readonly<Record<Division, Readonly<Record<PlainDate, string>>>> = {
  'england-and-wales': {},
  scotland: { '2026-06-15': 'World Cup bank holiday' },
  'northern-ireland': {},
}

/** The bank holidays as they are computed, of whole years, both included: a first fill, days are added later (ADV-5). */
export function computedCalendar(first: number, last: number): Calendar {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const names = byDivision(division =>
    Object.assign({}, ...years.map(year => holidaysOf(division, year))),
  ) satisfies Calendar['names']
  return {
    kind: 'calendar',
    id: 'calendar',
    holidays: byDivision(division => Object.keys(names[division]).sort()),
    names,
    covers: { from: `${first}-01-01`, to: `${last}-12-31` },
  }
}

function holidaysOf(division: Division, year: number): Readonly<Record<PlainDate, string>> {
  const all = new Holidays('GB', places[division], { languages: 'en' }).getHolidays(year)
  const computed = all
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => [date.slice(0, 10), name])
  const added = Object.entries(proclaimed[division]).filter(([date]) => date.startsWith(`${year}-`))
  return Object.fromEntries([...computed, ...added])
}
