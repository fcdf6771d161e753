import { describe, expect, it } from 'vitest'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { lastDoneToLetter, lastDoneToRequest } from '../../../shared/queries/last-done.ts'
import { aCaseGroup, aLetter, aRequest } from '../../make/a-case-group.ts'
import { staff } from '../../make/an-organisation.ts'

const entry = (event: HistoryEvent, at = '2026-11-20T10:00:00Z'): HistoryEntry => ({
  at,
  actor: { kind: 'person', staff: staff('N1-1') },
  event,
  reason: null,
  batch: null,
})

const closing = (at?: string) =>
  entry({ kind: 'request-closed', type: 'Change of address', changed: null }, at)
const closedOn = (number: string, day: string) =>
  withHere(aRequest(number, { status: 'Closed' }), { closedOn: day })

describe('what was done last to a request', () => {
  it('is the closing of its own day, where two of its type were closed', () => {
    const [first, second] = [closedOn('1', '2026-11-19'), closedOn('2', '2026-11-20')]
    const history = [closing(), closing('2026-11-19T10:00:00Z')]
    const group = aCaseGroup({ serviceRequests: [first, second], history })
    expect(lastDoneToRequest(first, group)).toBe(history[1])
    expect(lastDoneToRequest(second, group)).toBe(history[0])
  })

  it('is not known where two of its type were closed on one day', () => {
    const both = [closedOn('1', '2026-11-20'), closedOn('2', '2026-11-20')] as const
    const group = aCaseGroup({ serviceRequests: both, history: [closing()] })
    expect(lastDoneToRequest(both[0], group)).toBeUndefined()
  })

  const open = aRequest('1', { type: 'Parentage dispute' })
  const assigned = entry({ kind: 'request-assigned', type: open.type, from: null, to: staff('N1-1') })
  const ticked = entry({ kind: 'worked', work: 'activity-completed', on: 'Follow up' })

  it('is its activity where no other request has one of that name, and what it was given as where nobody worked since', () => {
    const group = aCaseGroup({ serviceRequests: [open], history: [ticked, assigned] })
    expect(lastDoneToRequest(open, group)).toBe(ticked)
    expect(lastDoneToRequest(open, { ...group, history: [assigned, ticked] })).toBe(assigned)
  })

  it('is not known where somebody worked on something else since: that took the place of what was done to it', () => {
    const other = aRequest('2', { type: 'Change of address' })
    const group = aCaseGroup({ serviceRequests: [open, other], history: [ticked, assigned] })
    expect(lastDoneToRequest(open, group)).toBeUndefined()
    const letter = entry({ kind: 'worked', work: 'post-done', on: 'Employer reply' })
    expect(lastDoneToRequest(open, { ...group, history: [letter, assigned] })).toBeUndefined()
  })

  it('is not known of one that came closed with the extract', () => {
    const request = aRequest('1', { status: 'Closed' })
    expect(lastDoneToRequest(request, aCaseGroup({ serviceRequests: [request], history: [closing()] }))).toBe(
      undefined,
    )
  })
})

describe('who dealt with a letter', () => {
  const done = entry({ kind: 'worked', work: 'post-done', on: 'Employer reply' })
  const letter = aLetter('L1', { status: 'Done' })

  it('is said where no other letter has its subject', () => {
    expect(lastDoneToLetter(letter, aCaseGroup({ post: [letter], history: [done] }))).toBe(done)
    expect(
      lastDoneToLetter(letter, aCaseGroup({ post: [letter, aLetter('L2')], history: [done] })),
    ).toBeUndefined()
  })
})
