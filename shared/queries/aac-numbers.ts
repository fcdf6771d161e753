/** AAC's telephone of each site, in the procedure's order (INC-7). */
export interface AacNumber {
  readonly site: string
  readonly number: string
}

export const aacNumbers: readonly AacNumber[] = [
  { site: 'Belfast', number: '788266004' },
  { site: 'Northern Areas', number: '783284500' },
  { site: 'Hastings', number: '788508008' },
  { site: 'Plymouth', number: '783022055' },
  { site: 'Leicester', number: '759202127' },
]

/** The number to ring from a location; all five where it has none of its own (INC-7). */
export function aacNumbersFor(location: string | null): readonly AacNumber[] {
  const own = aacNumbers.filter(({ site }) => site.toLowerCase() === location?.trim().toLowerCase())
  return own.length > 0 ? own : aacNumbers
}
