import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersFrom } from '../../../hub/sample/numbers.ts'
import { randomFrom } from '../../../hub/sample/random.ts'
import { isNino } from './reading-of-rules.ts'

test('IMP-3 every NINO follows HMRC’s rule, whatever the seed', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const numbers = numbersFrom(randomFrom(seed))
      return Array.from({ length: 50 }, () => numbers.nino()).every(isNino)
    }),
  )
})

test('no number comes twice among two hundred thousand', () => {
  const numbers = numbersFrom(randomFrom(1))
  for (const kind of [numbers.scin, numbers.nino, numbers.staffNumber, numbers.postNumber]) {
    const drawn = Array.from({ length: 200_000 }, () => kind())
    expect(new Set(drawn).size).toBe(drawn.length)
  }
})

test('a fork does not shift the stream it was taken from', () => {
  const [one, other] = [randomFrom(9), randomFrom(9)]
  one.fork('aside').next()
  expect(one.next()).toBe(other.next())
})

test('a seed beyond 32 bits is another seed', () => {
  expect(randomFrom(1).next()).not.toBe(randomFrom(2 ** 32 + 1).next())
})
