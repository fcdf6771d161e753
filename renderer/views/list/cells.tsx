import type { ReactNode } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { clockOwnerOf } from '../../../shared/queries/presence.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import { intendedWords } from '../outbox-entry.ts'

/** A count of which none is worth less ink. */
export const countCell = (of: number): ReactNode =>
  of === 0 ? <span className="quiet">–</span> : numberWords(of)

export const dateCell = (date: PlainDate | null): ReactNode =>
  date === null ? <span className="quiet">not known</span> : shortDate(date)

interface PendingProps {
  readonly group: CaseGroup
  readonly replica: Replica
}

/** What waits to be done to it, drawn as intended. */
export function Pending({ group, replica }: PendingProps) {
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
