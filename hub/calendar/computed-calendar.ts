import Holidays from 'date-holidays'
import type { Calendar } from '../../shared/domain/calendar.ts'
import type { Division } from '../../shared/domain/organisation.ts'
import type { PlainDate } from '../../shared/domain/time.ts'

const places: Readonly<Record<Division, string>> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
}

/** The bank holidays as they are computed, of whole years, both included: a first fill, days are added later (ADV-5). */
export function computedCalendar(first: number, last: number): Calendar {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const of = (division: Division) => years.flatMap(year => holidaysOf(places[division], year))
  return {
    kind: 'calendar',
    id: 'calendar',
    holidays: {
      'england-and-wales': of('england-and-wales'),
      scotland: of('scotland'),
      'northern-ireland': of('northern-ireland'),
    },
    covers: { from: `${first}-01-01`, to: `${last}-12-31` },
  }
}

function holidaysOf(place: string, year: number): readonly PlainDate[] {
  const all = new Holidays('GB', place).getHolidays(year)
  const dates = all.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10))
  return [...new Set(dates)].sort()
}
