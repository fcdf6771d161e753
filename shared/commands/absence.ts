import type { StaffNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { longDate } from '../queries/date-words.ts'

/** Whoever is away gets nothing new (TEAM-2). */
export function objectionToAbsence(
  holder: StaffNumber | null,
  index: OrganisationIndex,
  today: PlainDate,
): string | undefined {
  const absence = holder === null ? undefined : absenceOf(holder, index, today)
  if (!absence) return undefined
  const name = index.staff.get(absence.staff)?.name ?? 'That person'
  return `${name} is away until ${longDate(absence.to)} and gets nothing new until then.`
}
