import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Json, pack, unpack } from '../../../renderer/storage/packed-value.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'

const text = (value: unknown) => JSON.stringify(value)

it('whatever JSON can say comes back as it was, the order of its keys too', () => {
  const awkward = fc.constantFrom('', '0', '__proto__', 'constructor', 'length', 'a\nb', '\u2028')
  const { value } = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.array(tie('value'), { maxLength: 12 }),
      fc.dictionary(fc.oneof(awkward, fc.string()), tie('value'), { maxKeys: 12 }),
    ),
  }))
  fc.assert(
    fc.property(value, said => {
      expect(text(unpack(pack(said)))).toBe(text(said))
    }),
    { numRuns: 500 },
  )
})

it('what two bytes can number comes back, and what they cannot', () => {
  const [few, many] = [30_000, 70_000].map(length => Array.from({ length }, (_, at) => [at, at]))
  expect(unpack(pack(many as Json))).toEqual(many)
  expect(unpack(pack(few as Json))).toEqual(few)
})

it('case groups take less than half of their bytes, and what each of them says is there once', () => {
  const groups = Array.from({ length: 500 }, (_, at) => aCaseGroup({ id: number(String(10_000_000 + at)) }))
  const packed = pack(groups as unknown as Json)
  expect(packed.length * 2).toBeLessThan(text(groups).length)
  const [one, other] = unpack(packed) as unknown as typeof groups
  expect(one).toEqual(groups[0])
  expect(one?.ice).toBe(other?.ice)
})
