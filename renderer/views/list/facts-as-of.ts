import { whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'

/** How fresh the facts of the source are; the desk's own changes are as fresh as the strip says. */
export function factsAsOf({ index, today }: Readings): string {
  return `Facts of CMS2012 as of ${whenWords(index.organisation.takenAt, today)}.`
}
