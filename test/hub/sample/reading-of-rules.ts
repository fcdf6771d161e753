import type { Row } from '../../../hub/sample/tables.ts'
import type { Sample } from './reading.ts'

/** HMRC's rule as IMP-3 gives it. */
export function isNino(text: string): boolean {
  const shape = /^[ABCEGHJKLMNOPRSTWXYZ][ABCEGHJKLMNPRSTWXYZ]\d{6}[A-D]$/
  return shape.test(text) && !['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(text.slice(0, 2))
}

/** The UK's shapes, A9 9AA to AA9A 9AA and GIR 0AA. */
export function isPostcode(text: string): boolean {
  return /^([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|GIR 0AA)$/.test(text)
}

/** An independent reading of BOM-3 and ALLOC-2 to 8, straight from the files. */
export function allocationOf(sample: Sample) {
  const people = new Map(sample.people.map(person => [person.scin, person]))
  const cases = Map.groupBy(sample.cases, row => row.master_case_number)
  const regions = new Map(
    sample.regions.flatMap(row => row.postcode_prefixes.split(';').map(prefix => [prefix, row] as const)),
  )

  function regionOf({ postcode }: Row<'people'>): Row<'regions'> | undefined {
    const district = postcode.split(' ')[0] ?? ''
    return regions.get(district) ?? regions.get(district.replace(/\d.*$/, ''))
  }

  function rankOf(group: Row<'case_groups'>): number {
    const own = cases.get(group.master_case_number) ?? []
    const parents = [group.paying_parent_scin, ...own.map(row => row.receiving_parent_scin)]
    const nonCompliant = group.compliant === 'N' && group.stage === 'maintenance'
    const triggers = [
      own.some(isMarked) || parents.some(scin => isMarked(people.get(scin))),
      isOpen(group.judicial_review_opened_on, group.judicial_review_closed_on),
      isOpen(group.phso_opened_on, group.phso_closed_on),
      isOpen(group.ice_opened_on, group.ice_closed_on),
      group.complaint === 'review',
      group.appeal === 'accepted',
      group.complex === 'Y',
      group.complaint === 'unresolved' && nonCompliant,
      nonCompliant,
      group.complaint === 'unresolved',
      group.stage === 'maintenance',
      group.stage === 'application',
    ]
    return triggers.indexOf(true) + 1
  }

  /** Nothing where it cannot be allocated. */
  function segmentOf(group: Row<'case_groups'>): string | undefined {
    const payer = people.get(group.paying_parent_scin)
    const rank = String(rankOf(group))
    const segments = sample.segments.filter(segment => segment.rank === rank)
    if (payer === undefined) return undefined
    if (!['GB', 'NI', ''].includes(payer.country))
      return segments.find(segment => segment.non_uk === 'Y')?.segment_name
    const region = regionOf(payer)
    const income = group.income_source || 'none'
    return region === undefined ? undefined : takers(segments, region, income)[0]?.segment_name
  }

  return { regionOf, rankOf, segmentOf }
}

/** The segments of one rank that take these paying parents; an empty income list takes what no other takes. */
export function takers(segments: readonly Row<'segments'>[], region: Row<'regions'>, income: string) {
  const covering = segments.filter(
    segment =>
      segment.country === region.country &&
      (segment.regions === '' || segment.regions.split(';').includes(region.region)),
  )
  const named = covering.filter(segment => segment.income_sources.split(';').includes(income))
  return named.length > 0 ? named : covering.filter(segment => segment.income_sources === '')
}

function isMarked(row: { nationally_sensitive: string } | undefined): boolean {
  return row?.nationally_sensitive === 'Y'
}

function isOpen(openedOn: string, closedOn: string): boolean {
  return openedOn !== '' && closedOn === ''
}
