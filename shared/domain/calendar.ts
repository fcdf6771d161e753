import type { Division } from './organisation.ts'
import type { PlainDate } from './time.ts'

/** The bank holidays of each division, of whole years: data served by the hub (ADV-5). */
export interface Calendar {
  readonly kind: 'calendar'
  readonly id: 'calendar'
  /** Sorted. */
  readonly holidays: Readonly<Record<Division, readonly PlainDate[]>>
  /** The first and the last day of which it says anything; null: it says nothing yet. */
  readonly covers: { readonly from: PlainDate; readonly to: PlainDate } | null
}

/** Before the hub's own has come. */
export const emptyCalendar: Calendar = {
  kind: 'calendar',
  id: 'calendar',
  holidays: { 'england-and-wales': [], scotland: [], 'northern-ireland': [] },
  covers: null,
}
