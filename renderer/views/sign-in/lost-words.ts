import type { Instant } from '../../../shared/domain/time.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { madeWords } from '../made-words.ts'

/** What could not be kept and was not sent; of what it was about nothing, whoever reads it. */
export function lostWords(lost: readonly Instant[]): string {
  const [is, them] = lost.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${counted(lost.length, 'change')} that this device may not keep ${is} lost: the hub did not confirm ${them} before the desk closed. Made ${madeWords(lost)}. Look at what you did then, and do ${them} again where ${is === 'is' ? 'it is' : 'they are'} missing.`
}
