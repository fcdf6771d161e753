import { describe, expect, it } from 'vitest'
import { newEntry, type StoredEntry } from '../../../renderer/outbox/stored-entry.ts'
import { resultsKnown, settleResults } from '../../../renderer/sync/settle-results.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aReturn, NOW } from '../../make/a-command.ts'

const client = '00000000-0000-4000-8000-000000000001' as ClientId
const sent = (place: number, seq: number, clientId = client): StoredEntry => ({
  ...newEntry(place, aReturn(aCaseGroup())),
  handed: true,
  sent: { clientId, seq },
})
const accepted = { kind: 'accepted' } as const
const refused = { kind: 'refused', refusal: { kind: 'changed', reason: 'No.' } } as const

describe('what a pull tells of commands', () => {
  it('settles each by its number', () => {
    const entries = [sent(1, 4), sent(2, 5), sent(3, 6), newEntry(4, aReturn(aCaseGroup()))]
    const results = [
      { seq: 4, result: accepted },
      { seq: 5, result: refused },
    ]
    const settled = settleResults(entries, client, { lastSeq: 5, results }, NOW)
    expect(settled.accepted).toEqual([entries[0]])
    expect(settled.changed).toEqual([{ ...entries[1], refused: { result: refused, at: NOW } }])
  })

  it('sends one again that is counted without a word', () => {
    const entry = sent(1, 4)
    const settled = settleResults([entry], client, { lastSeq: 4, results: [] }, NOW)
    expect(settled).toEqual({ accepted: [], changed: [{ ...entry, sent: null }] })
  })

  it('says nothing of what another client sent', () => {
    const other = '00000000-0000-4000-8000-000000000002' as ClientId
    const results = [{ seq: 4, result: accepted }]
    expect(settleResults([sent(1, 4, other)], client, { lastSeq: 4, results }, NOW)).toEqual({
      accepted: [],
      changed: [],
    })
  })
})

describe('the results that are asked for', () => {
  it('begin with the first command that is still open', () => {
    expect(resultsKnown([sent(1, 4), sent(2, 5)], client, 5)).toBe(3)
    expect(resultsKnown([], client, 5)).toBe(5)
    expect(resultsKnown([sent(1, 8)], client, 5)).toBe(5)
  })
})
