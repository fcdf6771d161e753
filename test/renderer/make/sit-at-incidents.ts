import { screen } from '@testing-library/react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { OwnIncident } from '../../../shared/domain/own-incident.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from './a-desk.ts'
import { sitDownAt } from './sit-down.tsx'

/** Somebody at the list of incidents, or at another one, with the keys in the list. */
export async function sit(
  actor: string,
  groups: readonly CaseGroup[],
  view = 'incidents',
  incidents: readonly OwnIncident[] = [],
) {
  const desk = aDesk({ actor, groups, incidents, organisation: anOrganisation() })
  const user = await sitDownAt(desk, view)
  screen.queryByRole('grid')?.focus()
  return { desk, user }
}

export const with1 = (more: Partial<Incident>) => aCaseGroup({ incidents: [anIncident(more)] })

/** The newest of the first case group. */
export const incidentIn = (desk: DeskInMemory) => [...desk.replica.caseGroups().values()][0]?.incidents.at(-1)
