import { describe, expect, it } from 'vitest'
import { isUkPostcode, outwardCode, postcodeArea, tidyPostcode } from '../../../shared/domain/postcode.ts'

describe('IMP-4 a postcode is tidied', () => {
  it.each([
    [' m1  1aa', 'M1 1AA'],
    ['SW1A2AA', 'SW1A 2AA'],
    ['gir 0aa', 'GIR 0AA'],
  ])('%j is %s', (text, tidied) => expect(tidyPostcode(text)).toBe(tidied))
})

describe('IMP-3 a postcode has one of the UK’s shapes', () => {
  it.each(['A9 9AA', 'A99 9AA', 'A9A 9AA', 'AA9 9AA', 'AA99 9AA', 'AA9A 9AA', 'GIR 0AA'])('%s has', text =>
    expect(isUkPostcode(text)).toBe(true),
  )
  it.each(['AAA9 9AA', '9A 9AA', 'A9 AAA', 'A999 9AA', 'A9', '', 'BFPO 12'])('%j has not', text =>
    expect(isUkPostcode(text)).toBe(false),
  )
})

it('ALLOC-2 reads district and area', () => {
  expect([outwardCode('CH5 1AA'), postcodeArea('CH5 1AA'), postcodeArea('M1 1AA')]).toEqual([
    'CH5',
    'CH',
    'M',
  ])
})
