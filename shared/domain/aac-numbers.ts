/** AAC's telephone of a site (INC-7). */
export interface AacNumber {
  readonly site: string
  readonly number: string
}

/** AAC's telephone of each site: data served by the hub (INC-7). */
export interface AacNumbers {
  readonly kind: 'aac-numbers'
  readonly id: 'aac-numbers'
  readonly numbers: readonly AacNumber[]
}

/** Those of the procedure, in its order: they hold until the hub is given others. */
export const firstAacNumbers: AacNumbers = {
  kind: 'aac-numbers',
  id: 'aac-numbers',
  numbers: [
    { site: 'Belfast', number: '788266004' },
    { site: 'Northern Areas', number: '783284500' },
    { site: 'Hastings', number: '788508008' },
    { site: 'Plymouth', number: '783022055' },
    { site: 'Leicester', number: '759202127' },
  ],
}
