import { describe, expect, it } from 'vitest'
import { type HistoryEntry, type HistoryEvent, remember } from '../../../shared/domain/history.ts'
import { staff } from '../../make/an-organisation.ts'

const entryOf = (event: HistoryEvent): HistoryEntry => ({
  at: '2026-11-21T09:30:00.000Z',
  actor: { kind: 'person', staff: staff('N1-1') },
  event,
  reason: null,
  batch: null,
})
const workOn = (on: string) => entryOf({ kind: 'worked', work: 'post-done', on })
const decided = (type: string) => entryOf({ kind: 'request-closed', type, changed: null })

describe('what is remembered of a group', () => {
  it('is the last 20 things that were decided, newest first', () => {
    const all = Array.from({ length: 21 }, (_, at) => decided(`${at}`))
    const history = all.reduce<readonly HistoryEntry[]>((known, entry) => remember(known, entry), [])
    expect(history).toEqual(all.slice(1).reverse())
  })

  it('is of all the work the last alone, so that it pushes out nothing that was decided', () => {
    const set = decided('set')
    let history = remember([], set)
    for (let at = 0; at < 30; at++) history = remember(history, workOn(`${at}`))
    expect(history).toEqual([workOn('29'), set])
    expect(remember(history, decided('later'))).toHaveLength(3)
  })
})
