import { describe, expect, it } from 'vitest'
import { newEntry, type StoredEntry } from '../../../renderer/outbox/stored-entry.ts'
import { nextPush } from '../../../renderer/sync/next-push.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { PUSH_BYTES, PUSH_LIMIT } from '../../../shared/sync/protocol-version.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'

const client = '00000000-0000-4000-8000-000000000001' as ClientId
const former = '00000000-0000-4000-8000-000000000002' as ClientId
const entry = (seq: number, more: Partial<StoredEntry> = {}) => ({
  ...newEntry(seq, aReturn(aCaseGroup())),
  ...more,
})
const all = () => true
const numbers = (batch: readonly StoredEntry[]) => batch.map(({ seq, sent }) => [seq, sent?.seq])

describe('the next push', () => {
  it('numbers what waits after what the hub has counted, whatever was taken back between', () => {
    const batch = nextPush([entry(3), entry(7), entry(8)], all, client, 5)
    expect(numbers(batch)).toEqual([
      [3, 6],
      [7, 7],
      [8, 8],
    ])
    expect(batch.every(({ handed, sent }) => handed && sent?.clientId === client)).toBe(true)
  })

  it('gives a command whose outcome is unknown the number it had', () => {
    const sent = entry(3, { handed: true, sent: { clientId: client, seq: 6 } })
    expect(numbers(nextPush([sent, entry(4)], all, client, 5))).toEqual([
      [3, 6],
      [4, 7],
    ])
  })

  it('leaves out what the hub has counted already, and what it refused', () => {
    const counted = entry(1, { handed: true, sent: { clientId: client, seq: 5 } })
    const result = { kind: 'refused', refusal: { kind: 'changed', reason: 'No.' } } as const
    const refused = entry(2, { refused: { result, at: '2026-11-21T10:00:00Z' } })
    expect(numbers(nextPush([counted, refused, entry(3)], all, client, 5))).toEqual([[3, 6]])
  })

  it('sends under a new client what went out under the former', () => {
    const before = entry(1, { handed: true, sent: { clientId: former, seq: 5 } })
    expect(numbers(nextPush([before], all, client, 0))).toEqual([[1, 1]])
  })

  it('stops before what is not durable, so that nothing overtakes', () => {
    expect(numbers(nextPush([entry(1), entry(2), entry(3)], ({ seq }) => seq !== 2, client, 0))).toEqual([
      [1, 1],
    ])
  })

  it('sends 5,000 selected rows in fifty pushes, in their order, none twice and none left behind', () => {
    const chosen = Array.from({ length: 5_000 }, (_, at) => entry(at))
    const pushes: (readonly StoredEntry[])[] = []
    let waiting: readonly StoredEntry[] = chosen
    for (let counted = 0; waiting.length > 0; counted += pushes.at(-1)?.length ?? 0) {
      const batch = nextPush(waiting, all, client, counted)
      pushes.push(batch)
      waiting = batch.length === 0 ? [] : waiting.slice(batch.length)
    }
    expect(pushes.map(({ length }) => length)).toEqual(Array.from({ length: 50 }, () => PUSH_LIMIT))
    expect(numbers(pushes.flat())).toEqual(chosen.map(({ seq }) => [seq, seq + 1]))
  })

  it('carries as many as one push may, in commands and in bytes', () => {
    const many = Array.from({ length: 250 }, (_, at) => entry(at))
    expect(nextPush(many, all, client, 0)).toHaveLength(PUSH_LIMIT)
    const long = anEnvelope('return-to-segment', { words: 'ü'.repeat(10_000) }, null)
    const batch = nextPush(
      many.map(({ seq }) => newEntry(seq, long)),
      all,
      client,
      0,
    )
    const body = JSON.stringify({
      protocol: 1,
      clientId: client,
      commands: batch.map(({ sent, envelope }) => ({ seq: sent?.seq, envelope })),
    })
    expect(batch.length).toBeGreaterThan(10)
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(PUSH_BYTES)
  })
})
