import type { PlainDate } from '../../shared/domain/time.ts'
import { longDate } from '../../shared/queries/date-words.ts'

/** `Orphans, 26 November 2026`: what a list is called as a file or on paper; never whose it is. */
export const fileNameOf = (view: string, today: PlainDate): string => `${view}, ${longDate(today)}`
