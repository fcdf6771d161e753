const dayLength = 86_400_000

/** The sample's only clock: everything is counted in days before the time of the extract. */
export interface Calendar {
  readonly takenAt: string
  /** The date so many days ago; negative numbers lie ahead. */
  date(daysAgo: number): string
  /** A time on that date, `second` seconds after midnight. */
  time(daysAgo: number, second: number): string
}

export function calendarOf(takenAt: string): Calendar {
  const today = Date.parse(takenAt.slice(0, 10))
  const known = new Map<number, string>()

  function date(daysAgo: number): string {
    const found = known.get(daysAgo)
    if (found !== undefined) return found
    const text = new Date(today - daysAgo * dayLength).toISOString().slice(0, 10)
    known.set(daysAgo, text)
    return text
  }

  return { takenAt, date, time: (daysAgo, second) => `${date(daysAgo)}T${clock(second)}Z` }
}

export function nextDay(takenAt: string): string {
  return new Date(Date.parse(takenAt) + dayLength).toISOString().replace('.000Z', 'Z')
}

/** Whether this is a time as the extract writes it, such as 2026-11-20T18:00:00Z. */
export function isTime(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? new Date(text) : undefined
  return (
    time !== undefined && !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(text.slice(0, 19))
  )
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  return parts.map(part => String(part).padStart(2, '0')).join(':')
}
