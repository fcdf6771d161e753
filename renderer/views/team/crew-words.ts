import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { Load } from '../../../shared/queries/team-load.ts'

/** How many are there, and how many left and still hold something. */
export function crewWords(loads: readonly Load[], member: string): string {
  const left = loads.filter(({ standing }) => standing === 'left').length
  const gone = left > 0 ? `, ${numberWords(left)} who left` : ''
  return `${counted(loads.length - left, member)}${gone}`
}
