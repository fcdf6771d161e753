import { allocate, allocationFacts, residenceOf } from '../domain/allocation.ts'
import { type CaseGroup, payingParentOf } from '../domain/case-group.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'

/** What the rules flag on a case group (ALLOC-5, ALLOC-8, IMP-6). */
export const flags = ['not-allocatable', 'not-in-extract', 'application-again'] as const
export type Flag = (typeof flags)[number]

export const flagWords: Readonly<Record<Flag, string>> = {
  'not-allocatable': 'Not allocatable',
  'not-in-extract': 'Not in extract',
  'application-again': 'Application again',
}

export function flagsOf(group: CaseGroup, index: OrganisationIndex): readonly Flag[] {
  const flagged: Readonly<Record<Flag, boolean>> = {
    'not-allocatable': !isAllocatable(group, index),
    'not-in-extract': group.missingFromExtract,
    'application-again': isApplicationAgain(group),
  }
  return flags.filter(flag => flagged[flag])
}

/** At application stage after maintenance was reached: it counts as maintenance (ALLOC-5). */
export const isApplicationAgain = ({ stage, reachedMaintenance }: CaseGroup): boolean =>
  stage === 'application' && reachedMaintenance

// In a region every rank has its segment (BOM-5): what takes longer is asked of the others only.
const isAllocatable = (group: CaseGroup, { bom }: OrganisationIndex): boolean =>
  residenceOf(payingParentOf(group), bom).kind === 'region' ||
  allocate(allocationFacts(group), bom).segment !== null
