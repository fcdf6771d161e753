import type { Country, Region } from './regions.ts'
import type { Row } from './tables.ts'

export const incomeSources = ['employed', 'self-employed', 'benefits', 'unearned', 'none'] as const
export type IncomeSource = (typeof incomeSources)[number]

/** What part of the paying parents lives on which income. */
export const incomeShares: readonly (readonly [IncomeSource, number])[] = [
  ['employed', 0.46],
  ['self-employed', 0.14],
  ['benefits', 0.24],
  ['unearned', 0.05],
  ['none', 0.11],
]

export interface Segment {
  readonly name: string
  readonly description: string
  readonly area: string
  /** Of a case-owning segment; functionally unique ones have none. */
  readonly rank: number | undefined
  readonly country: Country
  /** Its only region, or the whole country. */
  readonly region: Region | undefined
  readonly incomeSources: readonly IncomeSource[]
  readonly srTypes: readonly string[]
  readonly nonUk: boolean
  /** What part of all case groups, or of all functionally unique work, it can expect. */
  readonly share: number
}

interface Blueprint {
  readonly area: string
  readonly code: string
  readonly description: string
  readonly regional: boolean
  readonly share: number
}

interface Rank extends Blueprint {
  readonly rank: number
  readonly nonUk: boolean
}

/** BOM-3, with what part of the case groups stands at each rank. */
const ranks: readonly Rank[] = [
  rank(1, 'CCLNT', 'SCR', 'Special Client Records', 0.0015),
  rank(2, 'CORP', 'JREV', 'Judicial Review', 0.0015),
  rank(3, 'CORP', 'PHSO', 'Parliamentary and Health Service Ombudsman', 0.002),
  rank(4, 'CORP', 'ICE', 'Independent Case Examiner', 0.004),
  rank(5, 'CCLNT', 'CREV', 'Complaints Review', 0.008),
  rank(6, 'CCLNT', 'APEAL', 'Appeals', 0.008),
  rank(7, 'CCLNT', 'CPLX', 'Complex Case', 0.025),
  { ...rank(8, 'ENFMT', 'CRE', 'Complaint Resolution Enforcement', 0.006), regional: true, nonUk: false },
  { ...rank(9, 'ENFMT', 'ELC', 'Enforcement Local Centre', 0.135), regional: true },
  { ...rank(10, 'MAINT', 'CRM', 'Complaint Resolution Maintenance', 0.019), regional: true, nonUk: false },
  { ...rank(11, 'MAINT', 'MSR', 'Maintenance Service', 0.695), regional: true },
  rank(12, 'OPPTS', 'APPLN', 'Application Service', 0.095),
]

const specialists: readonly (Blueprint & { readonly srTypes: readonly string[] })[] = [
  specialist('PAYSV', 'COLL', 'Payment Collections', 0.4, ['Missed payment', 'Payment trace', 'Refund']),
  specialist('CCLNT', 'PARNT', 'Parentage', 0.1, ['Parentage dispute']),
  specialist('ENFMT', 'FIU', 'Financial Investigations', 0.15, ['Asset trace', 'Lifestyle inconsistency']),
  specialist('CORP', 'ADVG', 'Advice and Guidance', 0.15, ['Advice request']),
  {
    ...specialist('ENFMT', 'LEGAL', 'Legal Enforcement', 0.2, ['Liability order', 'Order for sale']),
    regional: true,
  },
]

export const rankShares: readonly (readonly [number, number])[] = ranks.map(({ rank, share }) => [
  rank,
  share,
])

export function segmentsOf(regions: readonly Region[]): Segment[] {
  return [
    ...ranks.flatMap(blueprint =>
      spread(blueprint, regions).flatMap(part => byIncome(part, blueprint, regions)),
    ),
    ...specialists.flatMap(blueprint =>
      spread(blueprint, regions).map(part => ({ ...part, srTypes: blueprint.srTypes })),
    ),
  ]
}

export function segmentRow(segment: Segment): Row<'segments'> {
  return {
    segment_name: segment.name,
    description: segment.description,
    kind: segment.rank === undefined ? 'functionally-unique' : 'case-owning',
    rank: segment.rank === undefined ? '' : String(segment.rank),
    country: segment.country,
    regions: segment.region?.name ?? '',
    income_sources: segment.incomeSources.join(';'),
    sr_types: segment.srTypes.join(';'),
    non_uk: segment.nonUk ? 'Y' : '',
  }
}

function rank(number: number, area: string, code: string, description: string, share: number): Rank {
  return { rank: number, area, code, description, share, regional: false, nonUk: true }
}

function specialist(
  area: string,
  code: string,
  description: string,
  share: number,
  srTypes: readonly string[],
) {
  return { area, code, description, share, srTypes, regional: false }
}

const countries: readonly Country[] = ['GB', 'NI']

/** One segment a country, or one a region. */
function spread(
  blueprint: Blueprint & { rank?: number; nonUk?: boolean },
  regions: readonly Region[],
): Segment[] {
  return countries.flatMap(country => {
    const own = regions.filter(region => region.country === country)
    const parts = blueprint.regional ? own : [undefined]
    return parts.map((region, index) => ({
      name: `FS_${country}_${blueprint.area}_${region?.code ?? 'OOO'}_${blueprint.code}`,
      description: region === undefined ? blueprint.description : `${blueprint.description} ${region.name}`,
      area: blueprint.area,
      rank: blueprint.rank,
      country,
      region,
      incomeSources: [],
      srTypes: [],
      nonUk: blueprint.nonUk === true && country === 'GB' && index === 0,
      share: (blueprint.share * weightOf(region === undefined ? own : [region])) / weightOf(regions),
    }))
  })
}

/**
 * The self-employed of two regions have a maintenance segment of their own. One of its neighbours lists what it
 * takes, the other takes what is left: the BOM allows both.
 */
function byIncome(segment: Segment, blueprint: Rank, regions: readonly Region[]): Segment[] {
  const british = regions.filter(region => region.country === 'GB')
  const listing = british[0] === segment.region
  const isSplit = listing || british.at(-1) === segment.region
  if (blueprint.code !== 'MSR' || !isSplit) return [segment]
  const selfEmployed = incomeShares.find(([source]) => source === 'self-employed')?.[1] ?? 0
  const others = incomeSources.filter(source => source !== 'self-employed')
  return [
    { ...segment, incomeSources: listing ? others : [], share: segment.share * (1 - selfEmployed) },
    {
      ...segment,
      name: `${segment.name}SE`,
      description: `${segment.description} Self Employed`,
      incomeSources: ['self-employed'],
      nonUk: false,
      share: segment.share * selfEmployed,
    },
  ]
}

function weightOf(regions: readonly Region[]): number {
  return regions.reduce((sum, { weight }) => sum + weight, 0)
}
