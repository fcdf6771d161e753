import { assertNever } from '../../../shared/domain/assert-never.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { faultWords } from '../../../shared/queries/exception-words.ts'
import { stateWords } from '../../../shared/queries/incident-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import { recoveryStateWords } from '../../../shared/queries/recovery-words.ts'
import type { Thing } from '../../../shared/queries/today-line.ts'
import { useReadings } from '../desk-context.ts'

/** One thing that a line is about and that has no group. */
export function ThingLine({ thing }: { readonly thing: Thing }) {
  const { index } = useReadings()
  switch (thing.kind) {
    case 'recovery': {
      const { masterCaseNumber, team } = thing.row.recovery
      return (
        <li>
          <span>
            <span className="number">{masterCaseNumber}</span> {recoveryStateWords(thing.row)}
          </span>
          <span className="quiet">{teamName(team, index)}</span>
        </li>
      )
    }
    case 'incident':
      return (
        <li>
          <span>{thing.incident.description}</span>
          <span className="quiet">{stateWords[thing.incident.state]}</span>
        </li>
      )
    case 'exception': {
      const { file, line, key, fault, reason } = thing.exception
      return (
        <li>
          <span>
            {key !== '' && <span className="number">{key}</span>} {faultWords[fault]}
          </span>
          <span>{reason}</span>
          <span className="quiet">
            {file}, line {numberWords(line)}
          </span>
        </li>
      )
    }
    case 'team':
      return (
        <li>
          <span>{thing.team.name}</span>
          <span className="quiet">{thing.team.location}</span>
        </li>
      )
    default:
      return assertNever(thing)
  }
}

export function idOf(thing: Thing): string {
  switch (thing.kind) {
    case 'recovery':
      return thing.row.recovery.id
    case 'incident':
      return thing.incident.id
    case 'exception':
      return thing.exception.id
    case 'team':
      return thing.team.id
    default:
      return assertNever(thing)
  }
}
