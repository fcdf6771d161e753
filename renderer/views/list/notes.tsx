import type { ReactNode } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { isOpenIncident, isWithAac } from '../../../shared/domain/incident-steps.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { dueTagWords } from '../../../shared/queries/date-words.ts'
import { type Due, urgencyOf } from '../../../shared/queries/due.ts'
import { flagsOf, flagWords } from '../../../shared/queries/flags.ts'
import { clockOwnerOf } from '../../../shared/queries/presence.ts'
import { TagLine, type TagWords } from '../../components/tag-line.tsx'
import type { Replica } from '../../desk/desk.ts'
import { intendedWords } from '../outbox-entry.ts'

interface NotesProps {
  readonly group: CaseGroup
  readonly due: Due | null
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly replica: Replica
  /** The lock goes without saying in a list of locks. */
  readonly withLock?: boolean
  /** How wide the cell is. */
  readonly width?: number | undefined
}

/** What is next and what is odd, in the order of its weight: intended, due, locked, flagged, in error. */
export function notesCell(props: NotesProps): ReactNode {
  const tags = notesOn(props)
  return tags.length === 0 ? null : <TagLine tags={tags} width={props.width} />
}

function notesOn({ group, due, index, today, replica, withLock = true }: NotesProps): readonly TagWords[] {
  const pending = replica.pendingOn(group.id).at(-1)
  const owner = due || group.lock ? clockOwnerOf(group.holder, index, today) : null
  const incident = group.incidents.find(isWithAac) ?? group.incidents.find(isOpenIncident)
  const calm = (words: string): TagWords => ({ tone: 'calm', words })
  const warn = (words: string): TagWords => ({ tone: 'warn', words })
  return [
    ...(pending ? [{ tone: 'intended', words: intendedWords(pending) } as const] : []),
    ...(due ? [dueTag(due, today)] : []),
    ...(owner === null ? [] : [warn('Holder away'), warn(`${owner} sees to it`)]),
    ...(incident ? [warn(isWithAac(incident) ? 'Incident with AAC' : 'Incident open')] : []),
    ...(withLock && group.lock ? [warn('Locked')] : []),
    ...flagsOf(group, index).map(flag => warn(flagWords[flag])),
    ...(group.complaint === 'none' ? [] : [calm('Complaint open')]),
    ...(group.itemErrorStatus === null ? [] : [calm(group.itemErrorStatus)]),
  ]
}

function dueTag({ on }: Due, today: PlainDate): TagWords {
  const urgency = urgencyOf(on, today)
  const tone = urgency === 'overdue' ? 'alarm' : urgency === 'this-week' ? 'warn' : 'calm'
  return { tone, words: dueTagWords(on, today) }
}
