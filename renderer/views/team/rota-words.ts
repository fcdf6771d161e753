import { spanWords } from '../../../shared/commands/rota.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'

/** What of a command on a rota its words are made of. */
export interface RotaArgs {
  readonly staff?: StaffNumber
  readonly leader?: StaffNumber
  readonly deputy?: StaffNumber
  readonly from?: PlainDate
  readonly to?: PlainDate
}

/** `Claire Webb for Dan Smith, from 1 December 2026 to 4 December 2026`; null: the command is on no rota. */
export function rotaWords(
  { staff, leader, deputy, from, to }: RotaArgs,
  index: OrganisationIndex,
): string | null {
  if (from === undefined) return null
  const who = deputy && leader ? `${staffName(deputy, index)} for ${staffName(leader, index)}` : null
  const of = who ?? staffName(staff ?? leader ?? null, index)
  return `${of}, ${to === undefined ? `that of ${longDate(from)}` : spanWords({ from, to })}`
}
