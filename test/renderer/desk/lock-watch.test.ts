// @vitest-environment jsdom
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { lockDue, watchForLock } from '../../../renderer/desk/lock-watch.ts'

const MINUTE = 60_000

describe('whether a desk is to be locked', () => {
  const identity = { idleSeconds: 900, until: 12 * 60 * MINUTE }
  const at = (clock: number, ran = clock) => ({ clock, ran })

  const began = at(0)

  it('is so after its idle time, to the millisecond, and at the end of the session', () => {
    expect(lockDue({ hand: at(0), began, now: at(15 * MINUTE - 1), identity })).toBeNull()
    expect(lockDue({ hand: at(0), began, now: at(15 * MINUTE), identity })).toBe('idle')
    const end = at(12 * 60 * MINUTE)
    expect(lockDue({ hand: end, began, now: end, identity })).toBe('limit')
  })

  it('is so by whichever clock says so: one that is set back gains nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), clock => {
        const now = { clock, ran: 15 * MINUTE }
        expect(lockDue({ hand: at(0), began, now, identity })).not.toBeNull()
      }),
    )
  })
})

describe('the watch', () => {
  beforeEach(() => void vi.useFakeTimers())

  const watch = (idleSeconds = 900, hours = 12) => {
    const locked: string[] = []
    const noted: number[] = []
    const stop = watchForLock({
      identity: { idleSeconds, until: Date.now() + hours * 60 * MINUTE },
      lock: why => locked.push(why),
      noteHand: () => noted.push(Date.now()),
    })
    return { locked, noted, stop }
  }
  const touch = () => dispatchEvent(new Event('keydown'))

  it('locks once, when nobody touched the desk for so long', () => {
    const { locked } = watch()
    vi.advanceTimersByTime(14 * MINUTE)
    touch()
    vi.advanceTimersByTime(14 * MINUTE)
    expect(locked).toEqual([])
    vi.advanceTimersByTime(30 * MINUTE)
    expect(locked).toEqual(['idle'])
  })

  it('locks at the limit, however busy somebody is', () => {
    const { locked } = watch(900, 1)
    for (let minute = 0; minute < 70; minute += 5) {
      touch()
      vi.advanceTimersByTime(5 * MINUTE)
    }
    expect(locked).toEqual(['limit'])
  })

  it('locks at the limit though the clock is set back again and again', () => {
    const { locked } = watch(900, 1)
    for (let minute = 0; minute < 70; minute += 5) {
      touch()
      vi.advanceTimersByTime(5 * MINUTE)
      vi.setSystemTime(Date.now() - 5 * MINUTE)
    }
    expect(locked).toEqual(['limit'])
  })

  it('is not deceived by the hand that wakes a machine which slept', () => {
    const { locked } = watch()
    // Asleep: time passes and no timer runs.
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    touch()
    expect(locked).toEqual(['idle'])
  })

  it('has a hand noted that stays on the desk, every five seconds, and none that finds it locked', () => {
    const { noted } = watch()
    const began = Date.now()
    for (let second = 0; second < 12; second++) {
      touch()
      vi.advanceTimersByTime(1000)
    }
    expect(noted.map(at => at - began)).toEqual([0, 5000, 10_000])
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    touch()
    expect(noted).toHaveLength(3)
  })

  it('locks nothing after it was stopped', () => {
    const { locked, stop } = watch()
    stop()
    vi.advanceTimersByTime(60 * MINUTE)
    touch()
    expect(locked).toEqual([])
  })
})
