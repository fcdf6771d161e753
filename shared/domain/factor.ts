import { type CaseGroup, payingParentOf } from './case-group.ts'
import { incomeSources } from './income-source.ts'
import { isUkPostcode, tidyPostcode } from './postcode.ts'

/** A factor of the allocation that a service request changed by its completion (ALLOC-6). */
export interface FactorChange {
  /** As the extract calls it: `compliant`. */
  readonly factor: string
  readonly from: string
  readonly to: string
}

interface Factor {
  readonly valueOf: (group: CaseGroup) => string
  /** Undefined: no such value. */
  readonly withValue: (group: CaseGroup, value: string) => CaseGroup | undefined
}

const flags = ['Y', 'N'] as const
const complaints = ['none', 'unresolved', 'review'] as const
const appeals = ['none', 'lodged', 'accepted'] as const
const stages = ['application', 'maintenance'] as const

const flag = (value: boolean) => (value ? 'Y' : 'N')
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find(value => value === text)

const factors: ReadonlyMap<string, Factor> = new Map<string, Factor>([
  [
    'compliant',
    {
      valueOf: ({ compliant }) => flag(compliant),
      withValue: (group, value) => oneOf(flags, value) && { ...group, compliant: value === 'Y' },
    },
  ],
  [
    'complex',
    {
      valueOf: ({ complex }) => flag(complex),
      withValue: (group, value) => oneOf(flags, value) && { ...group, complex: value === 'Y' },
    },
  ],
  [
    'complaint',
    {
      valueOf: ({ complaint }) => complaint,
      withValue(group, value) {
        const complaint = oneOf(complaints, value)
        return complaint && { ...group, complaint }
      },
    },
  ],
  [
    'appeal',
    {
      valueOf: ({ appeal }) => appeal,
      withValue(group, value) {
        const appeal = oneOf(appeals, value)
        return appeal && { ...group, appeal }
      },
    },
  ],
  [
    'income_source',
    {
      valueOf: ({ incomeSource }) => incomeSource ?? 'none',
      withValue(group, value) {
        const incomeSource = oneOf(incomeSources, value)
        return incomeSource && { ...group, incomeSource }
      },
    },
  ],
  [
    'stage',
    {
      valueOf: ({ stage }) => stage,
      withValue(group, value) {
        const stage = oneOf(stages, value)
        // Once reached, Maintenance is never unreached (ALLOC-5).
        return (
          stage && {
            ...group,
            stage,
            reachedMaintenance: group.reachedMaintenance || stage === 'maintenance',
          }
        )
      },
    },
  ],
  // The paying parent's: where the group belongs goes by that (ALLOC-2).
  ['postcode', { valueOf: group => payingParentOf(group).postcode ?? '', withValue: withPostcode }],
])

function withPostcode(group: CaseGroup, text: string): CaseGroup | undefined {
  const { country } = payingParentOf(group)
  const postcode = tidyPostcode(text)
  // One who lives abroad goes by his country, which no request carries: the next extract has it (ALLOC-8).
  if (country !== null && country !== 'GB' && country !== 'NI') return undefined
  if (postcode !== '' && !isUkPostcode(postcode)) return undefined
  const payingParent = { ...payingParentOf(group), postcode: postcode === '' ? null : postcode }
  return { ...group, people: [payingParent, ...group.people.slice(1)] }
}

/** What `compliant=N` would change on the group as it is; null: nothing, or nothing that is known here. */
export function changeBy(flipsTo: string | null, group: CaseGroup): FactorChange | null {
  const [factor = '', to = ''] = (flipsTo ?? '').split('=')
  const known = factors.get(factor)
  const after = known?.withValue(group, to)
  if (!known || !after) return null
  // As it is kept: the extract may write a postcode otherwise.
  const [from, kept] = [known.valueOf(group), known.valueOf(after)]
  return from === kept ? null : { factor, from, to: kept }
}

export function withChange(group: CaseGroup, { factor, to }: FactorChange): CaseGroup {
  return factors.get(factor)?.withValue(group, to) ?? group
}

/** What the group says of the factor now. */
export function valueOfFactor(group: CaseGroup, factor: string): string | undefined {
  return factors.get(factor)?.valueOf(group)
}
