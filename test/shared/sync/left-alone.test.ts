import { expect, it } from 'vitest'
import { isLeftAlone } from '../../../shared/sync/left-alone.ts'

it.each([
  [0, false],
  [899_999, false],
  [900_000, true],
  [-60_000, false],
  [-60_001, true],
])('a desk that locks after 15 minutes and had a hand on it %i ms ago is left alone: %s', (gone, alone) => {
  expect(isLeftAlone(gone, 900)).toBe(alone)
})
