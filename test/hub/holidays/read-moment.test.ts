import { describe, expect, it } from 'vitest'
import { readMoment } from '../../../hub/holidays/read-moment.ts'

describe('a time as it is typed', () => {
  it.each([
    ['2026-11-26T14:10Z', '2026-11-26T14:10:00.000Z'],
    ['2026-07-01T14:10:05+01:00', '2026-07-01T13:10:05.000Z'],
    ['2026-07-01T14:10', '2026-07-01T13:10:00.000Z'],
    ['2026-11-26 14:10', '2026-11-26T14:10:00.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is %s', (typed, instant) => {
    expect(readMoment(typed)).toBe(instant)
  })

  it.each([
    ['tomorrow', /no time “tomorrow”/],
    ['2026-02-30T10:00Z', /no time/],
    ['', /no time “”/],
    ['2026-11-26T25:00', /no time/],
    ['2026-03-29T01:30', /clocks go forward/],
    ['2026-10-25T01:30', /twice in London/],
  ])('%s is refused', (typed, why) => {
    expect(() => readMoment(typed)).toThrow(why)
  })
})
