import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { segmentTitle, staffName, teamName } from '../../../shared/queries/names.ts'
import type { Outcome } from '../../../shared/queries/preview-groups.ts'

/** What becomes of some groups, said after their number or after what is done to them. */
export function outcomeWords(outcome: Outcome, groups: number, index: OrganisationIndex): string {
  const one = groups === 1
  switch (outcome.kind) {
    case 'happens':
      if (outcome.keepsHolder) return one ? 'stays here, with its holder' : 'stay here, with their holders'
      if (outcome.holder !== null) return `to ${staffName(outcome.holder, index)}`
      if (outcome.moves) return `to ${segmentTitle(outcome.segment, index)}, unassigned`
      if (outcome.team !== null) return `to the queue of ${teamName(outcome.team, index)}`
      return `${one ? 'stays' : 'stay'} in ${segmentTitle(outcome.segment, index)}, in its queue`
    case 'locks':
      return outcome.holdsBackFrom === null
        ? `locked, though ${one ? 'it' : 'they'} would stay here anyway`
        : `locked here, not to go to ${segmentTitle(outcome.holdsBackFrom, index)}`
    case 'locked':
      return `locked, so left out`
    case 'changed':
      return 'changed since you looked'
    case 'refused':
      return 'cannot be done'
    default:
      return assertNever(outcome)
  }
}
