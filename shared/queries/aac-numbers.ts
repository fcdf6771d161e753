import { type AacNumber, type AacNumbers, firstAacNumbers } from '../domain/aac-numbers.ts'

/** The number to ring from a location; all of them where it has none of its own (INC-7). */
export function aacNumbersFor(
  location: string | null,
  { numbers }: AacNumbers = firstAacNumbers,
): readonly AacNumber[] {
  const own = numbers.filter(({ site }) => site.toLowerCase() === location?.trim().toLowerCase())
  return own.length > 0 ? own : numbers
}
