import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { type Apart, type Readings, readingsOf } from '../../shared/queries/readings.ts'
import { viewpointOf } from '../../shared/queries/viewpoint.ts'
import { anOrganisation, staff } from './an-organisation.ts'

export const TODAY = '2026-11-21'

/** Every list as a person of the organisation sees it. */
export function readingsFor(
  actor: string,
  groups: readonly CaseGroup[],
  organisation: Organisation = anOrganisation(),
  before?: Readings,
  beside: Apart = {},
): Readings {
  const index = indexOrganisation(organisation)
  const view = viewpointOf(staff(actor), index, TODAY)
  if (!view) throw new Error('Not on the staff.')
  return readingsOf({ groups, intended: new Set() }, view, index, TODAY, before, beside)
}
