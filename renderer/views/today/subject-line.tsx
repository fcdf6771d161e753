import { assertNever } from '../../../shared/domain/assert-never.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { faultWords } from '../../../shared/queries/exception-words.ts'
import { stateWords } from '../../../shared/queries/incident-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import { recoveryStateWords } from '../../../shared/queries/recovery-words.ts'
import type { Subject } from '../../../shared/queries/today-line.ts'
import { useReadings } from '../desk-context.ts'

/** One subject of a line: what has no group. */
export function SubjectLine({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'recovery':
      return <RecoveryLine {...subject} />
    case 'incident':
      return <IncidentLine {...subject} />
    case 'exception':
      return <ExceptionLine {...subject} />
    case 'team':
      return <TeamLine {...subject} />
    default:
      return assertNever(subject)
  }
}

type Of<Kind extends Subject['kind']> = Extract<Subject, { readonly kind: Kind }>

function RecoveryLine({ row }: Of<'recovery'>) {
  const { index } = useReadings()
  return (
    <li>
      <span>
        <span className="number">{row.recovery.masterCaseNumber}</span> {recoveryStateWords(row)}
      </span>
      <span className="quiet">{teamName(row.recovery.team, index)}</span>
    </li>
  )
}

function IncidentLine({ incident }: Of<'incident'>) {
  return (
    <li>
      <span>{incident.description}</span>
      <span className="quiet">{stateWords[incident.state]}</span>
    </li>
  )
}

function ExceptionLine({ exception: { file, line, key, fault, reason } }: Of<'exception'>) {
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

function TeamLine({ team }: Of<'team'>) {
  return (
    <li>
      <span>{team.name}</span>
      <span className="quiet">{team.location}</span>
    </li>
  )
}

export function idOf(subject: Subject): string {
  switch (subject.kind) {
    case 'recovery':
      return subject.row.recovery.id
    case 'incident':
      return subject.incident.id
    case 'exception':
      return subject.exception.id
    case 'team':
      return subject.team.id
    default:
      return assertNever(subject)
  }
}
