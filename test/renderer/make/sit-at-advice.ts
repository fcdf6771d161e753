import { screen } from '@testing-library/react'
import type { AdviceRequest } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { OwnIncident } from '../../../shared/domain/own-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from './a-desk.ts'
import { sitDownAt } from './sit-down.tsx'

interface Given {
  readonly groups?: readonly CaseGroup[]
  readonly advice?: readonly AdviceRequest[]
  readonly incidents?: readonly OwnIncident[]
}

/** Somebody at a list that leads to advice, with the keys in the list. */
export async function sit(actor: string, view: string, { groups = [], advice = [], incidents = [] }: Given) {
  const desk = aDesk({ actor, groups, advice, incidents, organisation: anOrganisation() })
  const user = await sitDownAt(desk, view)
  screen.queryByRole('grid')?.focus()
  return { desk, user }
}

/** What was asked last of the first case group. */
export const adviceIn = (desk: DeskInMemory) =>
  [...desk.replica.caseGroups().values()][0]?.serviceRequests.at(-1)?.here?.advice

export const unanswerable = {
  by: staff('DNA-1'),
  at: '2026-11-21T09:00:00Z',
  words: 'CMS2012 is wrong.',
  unanswerable: true,
}
