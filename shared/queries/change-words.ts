import type { FactorChange } from '../domain/factor.ts'

const words: Readonly<Record<string, string>> = {
  'compliant=Y': 'the paying parent becomes compliant',
  'compliant=N': 'the paying parent becomes non-compliant',
  'complex=Y': 'the complex marker goes on',
  'complex=N': 'the complex marker comes off',
  'complaint=none': 'the complaint is resolved',
  'complaint=unresolved': 'the complaint could not be resolved here',
  'complaint=review': 'the complaint goes to review',
  'appeal=none': 'the appeal has its outcome',
  'appeal=lodged': 'an appeal is lodged',
  'appeal=accepted': 'an appeal is accepted',
  'stage=maintenance': 'the case reaches maintenance',
  'stage=application': 'the case goes back to application',
  'income_source=employed': 'the paying parent is employed',
  'income_source=self-employed': 'the paying parent is self-employed',
  'income_source=benefits': 'the paying parent is on benefits',
  'income_source=unearned': 'the paying parent has unearned income',
  'income_source=none': 'the paying parent has no income',
}

const POSTCODE = 'postcode='

/** `compliant=N` in words. */
export function flipWords(flipsTo: string): string {
  if (flipsTo === POSTCODE) return 'the paying parent has no known postcode'
  if (flipsTo.startsWith(POSTCODE)) return `the paying parent moves to ${flipsTo.slice(POSTCODE.length)}`
  return words[flipsTo] ?? `${flipsTo.replace('=', ' becomes ')}`
}

export const changeWords = ({ factor, to }: FactorChange): string => flipWords(`${factor}=${to}`)
