import { describe, expect, it } from 'vitest'
import { lookedAfter } from '../../../renderer/desk/looked.ts'

const kept = { since: '2026-11-25T17:05:00.000Z', seen: '2026-11-26T09:00:00.000Z', first: false }

describe('since when things are news', () => {
  it('is the last seven days to whoever looks for the first time', () => {
    const now = '2026-11-26T09:00:00.000Z'
    expect(lookedAfter(null, now)).toEqual({ since: '2026-11-19T09:00:00.000Z', seen: now, first: true })
  })

  it('is still the first look until one was away', () => {
    const first = { ...kept, first: true }
    expect(lookedAfter(first, '2026-11-26T09:01:00.000Z').first).toBe(true)
    expect(lookedAfter(first, '2026-11-26T10:00:00.000Z')).toMatchObject({ first: false, since: kept.seen })
  })

  it('stays as it was while one works, and when the desk is opened anew within half an hour', () => {
    expect(lookedAfter(kept, '2026-11-26T09:30:00.000Z').since).toBe(kept.since)
  })

  it('is when one last had the desk before one’s eyes, after a break', () => {
    expect(lookedAfter(kept, '2026-11-26T09:30:00.001Z').since).toBe(kept.seen)
  })
})
