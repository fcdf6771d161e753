import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOver, LEASE_DAYS, type Lease, leaseFrom, seenAt } from '../../../shared/sync/lease.ts'

const DAY = 86_400_000
const START = Date.parse('2026-11-26T09:00:00Z')

/** What the clock says each time that it is looked at, wherever it was set to, and how long the desk ran since. */
const looks = fc.array(
  fc.record({ now: fc.integer({ min: 0, max: 2 * START }), ran: fc.integer({ min: -DAY, max: 3 * DAY }) }),
  { maxLength: 30 },
)
const looked = (lease: Lease, seen: readonly { readonly now: number; readonly ran: number }[]) =>
  seen.reduce((held, { now, ran }) => seenAt(held, now, ran), lease)

describe('the lease of a device', () => {
  it('lasts 14 days to the millisecond', () => {
    const lease = leaseFrom(START)
    expect(isOver(seenAt(lease, START + LEASE_DAYS * DAY, 0))).toBe(false)
    expect(isOver(seenAt(lease, START + LEASE_DAYS * DAY + 1, 0))).toBe(true)
  })

  it('counts from the highest time ever seen: a clock that is set back does not help', () => {
    fc.assert(
      fc.property(looks, looks, (first, then) => {
        const once = looked(leaseFrom(START), first)
        const later = looked(once, then)
        expect(later.highest).toBeGreaterThanOrEqual(once.highest)
        if (isOver(once)) expect(isOver(later)).toBe(true)
      }),
    )
  })

  it('is over after 14 days of running, whatever the clock says', () => {
    fc.assert(
      fc.property(looks, seen => {
        const ran = seen.reduce((sum, each) => sum + Math.max(0, each.ran), 0)
        if (ran > LEASE_DAYS * DAY) expect(isOver(looked(leaseFrom(START), seen))).toBe(true)
      }),
    )
  })

  it('begins anew with a contact, by the clock of then: one that ran ahead for a while lengthens nothing', () => {
    const astray = seenAt(leaseFrom(START), START + 400 * DAY, 0)
    expect(isOver(astray)).toBe(true)
    const renewed = leaseFrom(START + DAY)
    expect(isOver(seenAt(renewed, START + 15 * DAY, 0))).toBe(false)
    expect(isOver(seenAt(renewed, START + 15 * DAY + 1, 0))).toBe(true)
  })
})
