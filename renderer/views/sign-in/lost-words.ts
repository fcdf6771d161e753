import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { Lost } from '../../desk/desk.ts'
import { madeWords } from '../made-words.ts'

/** What could not be kept and the hub did not take; of what it was about nothing, whoever reads it. */
export function lostWords(lost: readonly Lost[]): string {
  const one = lost.length === 1
  const made = madeWords(lost.map(({ made }) => made))
  return `${counted(lost.length, 'change')} that this device may not keep ${one ? 'is' : 'are'} lost: the hub ${whyWords(lost)} before the desk closed. Made ${made}. Look at what you did then, and do ${one ? 'it' : 'them'} again where ${one ? 'it is' : 'they are'} missing.`
}

function whyWords(lost: readonly Lost[]): string {
  const refused = lost.filter(({ refused }) => refused).length
  const unconfirmed = lost.length - refused
  const [them, were] = lost.length === 1 ? ['it', 'it was'] : ['them', 'they were']
  if (refused === 0) return `did not confirm ${them}`
  if (unconfirmed === 0) return `refused ${them}, and ${were} not dealt with`
  return `refused ${numberWords(refused)} and did not confirm ${numberWords(unconfirmed)}`
}
