import type { CaseGroup } from '../domain/case-group.ts'
import { type LockNotice, type LockNoticeId, lockMarkOf } from '../domain/lock-notice.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { maySee } from '../sync/buckets.ts'
import type { Context } from './command.ts'

/** The notice that a command leaves, where it leaves one: it is named by the command. */
export const lockNoticeId = (command: Context['command']) => command as string as LockNoticeId

/**
 * What whoever set the lock is told who does not see its group any more (LOCK-11); if he sees it he reads it in the
 * group's own history. Of a nationally sensitive group nobody is told anything (ACC-3).
 */
export function toldOfLock(
  before: CaseGroup | undefined,
  after: CaseGroup,
  index: OrganisationIndex,
  { command, now: at, today }: Context,
): readonly LockNotice[] {
  if (!before || after.sensitive) return []
  const entry = after.history.find(each => lockMarkOf(each) !== null && !before.history.includes(each))
  const mark = entry && lockMarkOf(entry)
  const to = mark?.setBy ?? null
  if (!mark || to === null || index.staff.get(to)?.access !== 'active') return []
  const { actor, event } = entry
  if ((actor.kind === 'person' && actor.staff === to) || maySee(to, after, index, today)) return []
  const became = event.kind === 'lock-kept' ? 'kept' : 'cleared'
  return [{ kind: 'lock-notice', id: lockNoticeId(command), to, since: mark.since, became, at, actor }]
}
