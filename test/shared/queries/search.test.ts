import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  foldWords,
  hasWords,
  narrows,
  searchedOfGroup,
  searchWordsOf,
} from '../../../shared/queries/search.ts'
import { aCaseGroup, aPerson, aRequest } from '../../make/a-case-group.ts'

const group = aCaseGroup({
  people: [
    aPerson('pp', { firstName: 'Siân', lastName: 'O’Hara', nino: 'AB123456C', postcode: 'M1 1AA' }),
    aPerson('rp', { firstName: 'José', lastName: 'Fitzgerald-Hughes' }),
  ],
  serviceRequests: [aRequest('1-0000008', { type: 'Missed payment' })],
})
const { text } = searchedOfGroup(group)
const finds = (typed: string) => hasWords(text, searchWordsOf(typed))

describe('search', () => {
  it.each([
    ['a master case number', '10000001'],
    ['part of one', '00000'],
    ['a name without its accents', 'sian ohara'],
    ['a name with them, in either order', 'O’Hara Siân'],
    ['a name with a hyphen', 'fitzgerald-hughes'],
    ['a NINO as it is spoken', 'ab 12 34 56 c'],
    ['a NINO', 'AB123456C'],
    ['a postcode', 'm1 1aa'],
    ['a postcode without its space', 'M11AA'],
    ['a request', '1-0000008'],
    ['a type of request', 'missed pay'],
    ['what the system calls the paying parent', 'nrp hara'],
    ['what it calls the receiving parent', 'pwc jose'],
  ])('finds %s', (_, typed) => expect(finds(typed)).toBe(true))

  it('finds nothing where one word does not occur', () => expect(finds('sian smith')).toBe(false))

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text))
      }),
    )
  })

  it('never loses what a longer search would find', () => {
    const words = fc.array(fc.constantFrom('S', 'SI', 'SIAN', 'HARA', 'X', '1000'), { maxLength: 3 })
    fc.assert(
      fc.property(words, words, (earlier, later) => {
        if (narrows(earlier, later) && hasWords(text, later)) expect(hasWords(text, earlier)).toBe(true)
      }),
    )
  })
})
