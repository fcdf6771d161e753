import type { Organisation } from '../../shared/domain/organisation.ts'
import {
  indexOrganisation,
  indexWith,
  type OrganisationIndex,
} from '../../shared/domain/organisation-index.ts'
import type { Absence, Deputyship, Rota } from '../../shared/domain/rota.ts'
import { anOrganisation, staff, team } from './an-organisation.ts'

export const anAbsence = (who: string, from: string, to: string): Absence => ({ staff: staff(who), from, to })

export const aDeputyship = (leader: string, deputy: string, from: string, to: string): Deputyship => ({
  leader: staff(leader),
  deputy: staff(deputy),
  from,
  to,
})

export const aRota = (id: string, more: Partial<Pick<Rota, 'absences' | 'deputyships'>> = {}): Rota => ({
  kind: 'rota',
  id: team(id),
  absences: [],
  deputyships: [],
  ...more,
})

/** The index of an organisation with these rotas. */
export const indexOf = (
  rotas: readonly Rota[],
  organisation: Organisation = anOrganisation(),
): OrganisationIndex => indexWith(indexOrganisation(organisation), rotas)
