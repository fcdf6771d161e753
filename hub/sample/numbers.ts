import type { Random } from './random.ts'

/** The two letters HMRC allows a NINO to begin with. */
const ninoPrefixes = [...'ABCEGHJKLMNOPRSTWXYZ']
  .flatMap(first => [...'ABCEGHJKLMNPRSTWXYZ'].map(second => first + second))
  .filter(prefix => !['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(prefix))

/** Numbers that never repeat within one sample, without remembering any of them. */
export interface Numbers {
  scin(): string
  nino(): string
  staffNumber(): string
  masterCaseNumber(): string
  caseNumber(): string
  srNumber(): string
  postNumber(): string
}

export function numbersFrom(random: Random): Numbers {
  const scin = scattered(1_000_000_000, 618_033_989, random)
  const nino = scattered(ninoPrefixes.length * 4_000_000, 922_106_709, random)
  const staff = scattered(90_000_000, 55_623_059, random)
  const post = scattered(1_000_000_000, 381_966_011, random)
  const master = rising(10_000_000, 6, random)
  const cases = rising(300_000_000, 5, random)
  const requests = rising(0, 4, random)
  return {
    scin: () => `121${String(scin()).padStart(9, '0')}`,
    nino: () => ninoText(nino()),
    staffNumber: () => String(10_000_000 + staff()),
    masterCaseNumber: () => String(master()),
    caseNumber: () => String(cases()),
    srNumber: () => `1-${requests().toString(36).toUpperCase().padStart(7, '0')}`,
    postNumber: () => `P${String(post()).padStart(9, '0')}`,
  }
}

/** Walks the numbers below `size` in jumps; a step that shares no divisor with the size visits each once. */
function scattered(size: number, step: number, random: Random): () => number {
  if (commonDivisor(size, step) !== 1)
    throw new RangeError(`${step} does not visit all numbers below ${size}.`)
  let current = random.int(0, size - 1)
  return () => {
    current = (current + step) % size
    return current
  }
}

function rising(start: number, widestGap: number, random: Random): () => number {
  let current = start
  return () => {
    current += random.int(1, widestGap)
    return current
  }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

function ninoText(index: number): string {
  const prefix = ninoPrefixes[index % ninoPrefixes.length] ?? 'AA'
  const rest = Math.floor(index / ninoPrefixes.length)
  return `${prefix}${String(rest >> 2).padStart(6, '0')}${'ABCD'[rest & 3]}`
}
