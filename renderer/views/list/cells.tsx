import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { isOpenIncident, isWithAac } from '../../../shared/domain/incident-steps.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { dueWords, numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { type Due, urgencyOf } from '../../../shared/queries/due.ts'
import { clockOwnerOf } from '../../../shared/queries/presence.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import { intendedWords } from '../outbox-entry.ts'

/** A count of which none is worth less ink. */
export function Count({ of }: { readonly of: number }) {
  return of === 0 ? <span className="quiet">–</span> : numberWords(of)
}

export function DateCell({ date }: { readonly date: PlainDate | null }) {
  return date === null ? <span className="quiet">not known</span> : shortDate(date)
}

/** What waits to be done to it, drawn as intended. */
export function Pending({ group, replica }: Pick<NotesProps, 'group' | 'replica'>) {
  const pending = replica.pendingOn(group.id).at(-1)
  return pending && <Tag tone="intended">{intendedWords(pending)}</Tag>
}

interface ClockOwnerProps extends Pick<Readings, 'index' | 'today'> {
  readonly holder: StaffNumber | null
}

/** Whose clocks they are while the holder is away: his leader’s (TEAM-2). */
export function ClockOwner({ holder, index, today }: ClockOwnerProps) {
  const owner = clockOwnerOf(holder, index, today)
  return owner !== null && <Tag tone="warn">holder away: {owner} sees to it</Tag>
}

interface NotesProps {
  readonly group: CaseGroup
  readonly due: Due | null
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly replica: Replica
  /** The lock goes without saying in a list of locks. */
  readonly withLock?: boolean
}

/** What is next and what is odd, in the order of its weight: intended, due, locked, in error. */
export function Notes({ group, due, index, today, replica, withLock = true }: NotesProps) {
  const urgency = due === null ? 'later' : urgencyOf(due.on, today)
  const incident = group.incidents.find(isWithAac) ?? group.incidents.find(isOpenIncident)
  return (
    <>
      <Pending group={group} replica={replica} />
      {due && (
        <Tag tone={urgency === 'overdue' ? 'alarm' : urgency === 'this-week' ? 'warn' : 'calm'}>
          {dueWords(due.on, today)}
        </Tag>
      )}
      {(due || group.lock) && <ClockOwner holder={group.holder} index={index} today={today} />}
      {incident && <Tag tone="warn">{isWithAac(incident) ? 'Incident with AAC' : 'Incident open'}</Tag>}
      {withLock && group.lock && <Tag tone="warn">Locked</Tag>}
      {group.complaint !== 'none' && <Tag tone="calm">Complaint open</Tag>}
      {group.itemErrorStatus !== null && <Tag tone="calm">{group.itemErrorStatus}</Tag>}
    </>
  )
}
