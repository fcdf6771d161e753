import { randomUUID } from 'node:crypto'
import { groupsIn, type Put } from '../../shared/commands/command.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { HistoryEntry } from '../../shared/domain/history.ts'
import { type LockNotice, type LockNoticeId, lockMarkOf } from '../../shared/domain/lock-notice.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { maySee } from '../../shared/sync/buckets.ts'
import type { Documents } from './lock-documents.ts'

/**
 * What those are told who set a lock and do not see its group any more (LOCK-11); whoever sees it reads it in the
 * group's own history. Of a nationally sensitive group nobody is told anything (ACC-3).
 */
export function lockNoticesAfter(
  before: Documents,
  puts: readonly Put[],
  index: OrganisationIndex,
): readonly LockNotice[] {
  return groupsIn(puts).flatMap(group => {
    const known = before.get(documentName('case-group', group.id)) as CaseGroup | undefined
    if (group.sensitive || !known) return []
    const fresh = group.history.filter(entry => !known.history.includes(entry))
    return fresh.flatMap(entry => noticeOf(group, entry, index) ?? [])
  })
}

function noticeOf(group: CaseGroup, entry: HistoryEntry, index: OrganisationIndex): LockNotice | null {
  const { at, actor, event } = entry
  const mark = lockMarkOf(entry)
  const to = mark?.setBy ?? null
  if (!mark || to === null || index.staff.get(to)?.access !== 'active') return null
  if (actor.kind === 'person' && actor.staff === to) return null
  if (maySee(to, group, index, londonDate(at))) return null
  const became = event.kind === 'lock-kept' ? 'kept' : 'cleared'
  return {
    kind: 'lock-notice',
    id: randomUUID() as string as LockNoticeId,
    to,
    since: mark.since,
    became,
    at,
    actor,
  }
}
