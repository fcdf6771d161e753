import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { counted, longDate, numberWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle } from '../../../shared/queries/names.ts'
import type { PreviewGroup } from '../../../shared/queries/preview-groups.ts'
import { useReadings } from '../desk-context.ts'
import { outcomeWords } from './outcome-words.ts'

interface PreviewListProps {
  readonly groups: readonly PreviewGroup[]
  readonly included: (group: PreviewGroup) => boolean
  readonly include: (group: PreviewGroup, on: boolean) => void
  readonly titleOf: (id: PreviewGroup['members'][number]) => string
}

/** What will happen, by outcome; each outcome can be left out as a whole. */
export function PreviewList({ groups, included, include, titleOf }: PreviewListProps) {
  const { index } = useReadings()
  return (
    <ul className="preview">
      {groups.map(group => (
        <li key={group.key} className={`preview-group preview-${toneOf(group)}`}>
          <Tickable group={group} ticked={included(group)} onTick={on => include(group, on)}>
            <strong>
              {numberWords(group.members.length)} {outcomeWords(group.outcome, group.members.length, index)}
            </strong>
            <span className="quiet">{detailWords(group, index)}</span>
          </Tickable>
          <Members members={group.members} titleOf={titleOf} />
        </li>
      ))}
    </ul>
  )
}

interface TickableProps {
  readonly group: PreviewGroup
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
  readonly children: ReactNode
}

function Tickable({ group, ticked, onTick, children }: TickableProps) {
  if (!canInclude(group)) {
    return (
      <div className="tickable">
        <span className="preview-mark" aria-hidden="true">
          –
        </span>
        <span>{children}</span>
      </div>
    )
  }
  return (
    <label className="tickable">
      <input type="checkbox" checked={ticked} onChange={event => onTick(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}

/** A lock that holds nothing back is as much to be thought over as one that is in the way. */
function toneOf({ outcome }: PreviewGroup): string {
  const idle = outcome.kind === 'locks' && outcome.holdsBackFrom === null
  return idle ? 'locked' : outcome.kind
}

/** What is refused or has changed cannot be ticked: it would be refused. */
function canInclude({ outcome }: PreviewGroup): boolean {
  return outcome.kind === 'happens' || outcome.kind === 'locks' || outcome.kind === 'locked'
}

function detailWords({ outcome, openWork, members }: PreviewGroup, index: OrganisationIndex): string {
  switch (outcome.kind) {
    case 'happens':
      return openWork === 0 ? 'without open work' : `with ${counted(openWork, 'piece')} of open work`
    case 'locks':
      return `To be reviewed on ${longDate(outcome.reviewOn)}`
    case 'locked':
      return unlockedWords(outcome, members.length === 1, index)
    case 'changed':
    case 'refused':
      return outcome.reason
    default:
      return assertNever(outcome)
  }
}

/** What ticking does to those that their lock leaves out, and where each of them lands then (RTS-4). */
function unlockedWords(
  { segment, moves }: Extract<PreviewGroup['outcome'], { kind: 'locked' }>,
  one: boolean,
  index: OrganisationIndex,
): string {
  const does = moves ? (one ? 'goes to' : 'go to') : one ? 'stays in' : 'stay in'
  const then = `${one ? 'it' : 'they'} then ${does} ${segmentTitle(segment, index)}`
  return `Tick to clear the ${one ? 'lock' : 'locks'} with it: ${then}.`
}

const SHOWN = 3

function Members({
  members,
  titleOf,
}: { readonly members: PreviewGroup['members'] } & Pick<PreviewListProps, 'titleOf'>) {
  const line = (id: PreviewGroup['members'][number]) => (
    <li key={id}>
      <span className="number">{id}</span> {titleOf(id)}
    </li>
  )
  if (members.length <= SHOWN) return <ul className="members">{members.map(line)}</ul>
  return (
    <details className="members">
      <summary>Show all {numberWords(members.length)}</summary>
      <ul>{members.map(line)}</ul>
    </details>
  )
}
