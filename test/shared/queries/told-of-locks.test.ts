import { describe, expect, it } from 'vitest'
import type { Actor, HistoryEntry } from '../../../shared/domain/history.ts'
import type { LockNotice } from '../../../shared/domain/lock-notice.ts'
import { lockNoticesFor, lockNoticeWords } from '../../../shared/queries/told-of-locks.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { segment, staff } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const since = '2026-11-02T10:00:00Z'
const mark = { setBy: staff('N1-1'), since }
const by = (number: string): Actor => ({ kind: 'person', staff: staff(number) })
const anEntry = (event: HistoryEntry['event'], more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at: '2026-11-20T10:00:00Z',
  actor: by('N1-lead'),
  event,
  reason: 'The hearing is over.',
  batch: null,
  ...more,
})

const toldTo = (actor: string, ...entries: readonly HistoryEntry[]) => {
  const groups = entries.map((entry, at) => aCaseGroup({ id: number(`${at}`), history: [entry] }))
  return readingsFor(actor, groups).toldOfLocks.map(({ entry }) => entry.event.kind)
}

describe('LOCK-11 whoever set a lock is told', () => {
  it('that somebody else kept or cleared it, alone or with a return, or a rule overruled it', () => {
    const entries = [
      anEntry({ kind: 'lock-kept', until: '2026-12-01', ...mark }, { at: '2026-11-20T10:00:03Z' }),
      anEntry({ kind: 'lock-cleared', ...mark }, { at: '2026-11-20T10:00:02Z' }),
      anEntry(
        { kind: 'lock-overruled', ...mark },
        { at: '2026-11-20T10:00:01Z', actor: { kind: 'rule', rule: 'LOCK-4' } },
      ),
      anEntry({
        kind: 'returned',
        from: staff('N1-1'),
        segment: segment('FS_GB_MAINT_NO_MSR'),
        lockCleared: mark,
      }),
    ]
    expect(toldTo('N1-1', ...entries)).toEqual(['lock-kept', 'lock-cleared', 'lock-overruled', 'returned'])
    expect(toldTo('N1-2', ...entries)).toEqual([])
    expect(toldTo('N1-lead', ...entries)).toEqual([])
  })

  it('not what he did himself, nor what is long past', () => {
    const cleared = { kind: 'lock-cleared', ...mark } as const
    expect(toldTo('N1-1', anEntry(cleared, { actor: by('N1-1') }))).toEqual([])
    expect(toldTo('N1-1', anEntry(cleared, { at: '2026-10-23T10:00:00Z' }))).toEqual([])
  })
})

describe('LOCK-11 what is told of a group that is not sent any more', () => {
  const aNotice = (more: Partial<LockNotice> = {}): LockNotice => ({
    kind: 'lock-notice',
    id: 'n' as LockNotice['id'],
    to: staff('N1-1'),
    since,
    became: 'cleared',
    at: '2026-11-20T10:00:00Z',
    actor: by('N1-lead'),
    ...more,
  })
  const { view } = readingsFor('N1-1', [])
  const toldOf = (...notices: readonly LockNotice[]) => lockNoticesFor(notices, view, TODAY)

  it('is told to whoever set the lock, for 28 days, newest first', () => {
    const [old, newest] = [aNotice({ at: '2026-10-24T10:00:00Z' }), aNotice()]
    const past = aNotice({ at: '2026-10-23T10:00:00Z' })
    expect(toldOf(old, past, aNotice({ to: staff('N1-2') }), newest)).toEqual([newest, old])
  })

  it('in words that name the lock by its time, and no case group', () => {
    expect(lockNoticeWords(aNotice())).toBe(
      'The lock that you set on 2 November 2026 at 10:00 was cleared. Its case group is no longer with you',
    )
  })
})
