import { Button } from '@fluentui/react-components'
import { numberWords, whenWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle, staffName, teamName } from '../../../shared/queries/names.ts'
import type { RecoveryRow } from '../../../shared/queries/recoveries.ts'
import {
  recoveryHistory,
  recoveryIncidentWords,
  recoveryNextWords,
  recoveryStateWords,
} from '../../../shared/queries/recovery-words.ts'
import { Callout } from '../../components/callout.tsx'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { Section } from '../../components/section.tsx'
import { useActions } from '../../keyboard/action.ts'
import { useDesk, useReadings } from '../desk-context.ts'

/** One recovery request: how it stands, what comes next, who else was asked for with it, what happened. */
export function RecoveryDetail({ row }: { readonly row: RecoveryRow }) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  const { recovery } = row
  const waits = replica.pendingOn(recovery.id, 'recovery-request').length > 0
  return (
    <article className="detail recovery-detail">
      <header>
        <h2 className="detail-title">
          {recovery.serviceRequest ? 'Service request' : 'Case group'}{' '}
          <span className="number">{recovery.serviceRequest?.number ?? recovery.masterCaseNumber}</span>
        </h2>
        <p className="note pane-note">
          {recoveryStateWords(row)}
          {waits ? ': intended, not done.' : '.'}
        </p>
        <Callout tone={row.section === 'managers' || row.section === 'chased' ? 'alarm' : 'plain'}>
          <p>{recoveryNextWords(row, index)}</p>
        </Callout>
        {recovery.end?.reason && <blockquote className="written">{recovery.end.reason}</blockquote>}
        <RecoveryButtons />
      </header>
      <RecoveryFacts row={row} />
      <Section title="What happened">
        <ol className="history">
          {recoveryHistory(recovery, index).map(({ at, words }) => (
            <li key={`${at} ${words}`}>
              {words} <span className="quiet">{whenWords(at, today)}</span>
            </li>
          ))}
        </ol>
      </Section>
    </article>
  )
}

function RecoveryFacts({ row: { recovery } }: { readonly row: RecoveryRow }) {
  const { index, recoveries } = useReadings()
  const { team, segment, holder, serviceRequest, masterCaseNumber, together, acknowledged } = recovery
  const others = recoveries.filter(
    each => each.recovery.together === together && each.recovery.id !== recovery.id,
  )
  const facts: readonly Fact[] = [
    ['Master case', masterCaseNumber],
    ...(serviceRequest
      ? [
          ['Service request', serviceRequest.number] as const,
          ['Kind', serviceRequest.kind === 'functionally-unique' ? 'Specialist' : 'Case-owning'] as const,
        ]
      : []),
    ['Left by', holder === null ? 'nobody any more' : `${staffName(holder, index)}, staff number ${holder}`],
    ['Team', teamName(team, index)],
    ['Segment', segmentTitle(segment, index)],
    ['Incident', recoveryIncidentWords(recovery)],
    ['IT reference', acknowledged?.reference ?? 'none yet'],
    ['Asked for with', othersWords(others.map(each => each.recovery.masterCaseNumber))],
  ]
  return (
    <Section title="What IT was told">
      <FactList facts={facts} />
    </Section>
  )
}

const NAMED = 6

function othersWords(numbers: readonly string[]): string {
  if (numbers.length === 0) return 'no other'
  const more = numbers.length - NAMED
  return `${numbers.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${numberWords(more)} more` : ''}`
}

const shown = [
  'acknowledge-recovery',
  'confirm-recovery',
  'refuse-recovery',
  'chase-recovery',
  'withdraw-recovery',
  'ask-recovery',
  'assign-request',
]

/** What can be done to the focused one now; the toolbar and the palette say of the rest why not. */
function RecoveryButtons() {
  const possible = useActions().filter(({ id, whyNot }) => shown.includes(id) && whyNot === null)
  if (possible.length === 0) return null
  return (
    <div className="toolbar">
      {possible.map(({ id, name, keys, run }) => (
        <Button key={id} size="small" onClick={run}>
          {name}
          {keys[0] && <KeyCap>{keys[0]}</KeyCap>}
        </Button>
      ))}
    </div>
  )
}
