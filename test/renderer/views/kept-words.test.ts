import { describe, expect, it } from 'vitest'
import type { EntryState, OutboxEntry } from '../../../renderer/desk/desk.ts'
import { fateOf, fateWords } from '../../../renderer/views/doing/receipt.ts'
import { safeWords, stayWords } from '../../../renderer/views/kept-words.ts'
import { anEnvelope } from '../../make/a-command.ts'

const waiting = (kept: boolean) => ({ kind: 'waiting', kept }) as const
const refused = (kept: boolean) =>
  ({
    kind: 'refused',
    result: { kind: 'refused', refusal: { kind: 'changed', reason: 'Too late.' } },
    at: '2026-11-21T09:30:00Z',
    kept,
  }) as const

const outbox = (...states: readonly EntryState[]): readonly OutboxEntry[] =>
  states.map((state, seq) => ({ seq, envelope: anEnvelope('return-to-segment', {}, {}), state }))

describe('ACC-3 what is said to be kept', () => {
  it('while the hub takes nothing is what this device has, and nothing else', () => {
    expect(safeWords([])).toBe('')
    expect(safeWords(outbox(waiting(true), refused(true)))).toBe(
      'Changes you have made are kept on this device.',
    )
    expect(safeWords(outbox(waiting(false)))).toBe(
      '1 change you made is in memory only, and lost if the desk closes.',
    )
    expect(safeWords(outbox(waiting(true), waiting(false), refused(false)))).toBe(
      '2 changes you made are in memory only, and lost if the desk closes. The others are kept on this device.',
    )
  })

  it('of what was refused is what this device has, and nothing else', () => {
    expect(stayWords(outbox(waiting(false)))).not.toContain('kept')
    expect(stayWords(outbox(waiting(false), refused(true)))).toContain('is kept on this device until')
    expect(stayWords(outbox(refused(true), refused(false)))).toContain('lost if the desk closes before')
    expect(stayWords(outbox(refused(true), refused(false)))).not.toContain('is kept')
  })

  it('of what is in doubt too is said where it is in memory only', () => {
    const doubt = (kept: boolean) =>
      fateWords(fateOf({ kind: 'in-doubt', reason: 'It is locked.', kept }, null, false))
    expect(doubt(true)).toBe('In doubt: It is locked. It is still sent.')
    expect(doubt(false)).toBe(
      'In doubt: It is locked. It is still sent. Not saved on this device, which may not keep it; waits in memory to be sent.',
    )
  })
})
