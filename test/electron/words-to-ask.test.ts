import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '../../electron/contract.ts'
import { wordsToAsk } from '../../electron/words-to-ask.ts'

describe('the words whose spelling is asked about', () => {
  it.each([
    ['what has no capital', 'paid the arears', ['paid', 'arears'], ['paid', 'arears']],
    ['no number, and nothing with one', 'ref AB12cd, 2nd time', ['AB12cd', '2nd', 'time'], ['time']],
    ['no abbreviation', 'his NINO and mySCIN', ['NINO', 'mySCIN', 'his'], ['his']],
    ['no name inside a sentence', 'spoke to Kowalski', ['Kowalski', 'spoke'], ['spoke']],
    ['what begins the text', 'Recieved today', ['Recieved'], ['Recieved']],
    [
      'what begins a sentence',
      'It is so. Recieved! “Wich one?” (Teh)',
      ['Recieved', 'Wich'],
      ['Recieved', 'Wich'],
    ],
    [
      'what begins a line, or a point of a list',
      'today\nRecieved\n- Wich',
      ['Recieved', 'Wich'],
      ['Recieved', 'Wich'],
    ],
    ['no name that begins a sentence and is inside another', 'Ng rang. I told Ng.', ['Ng'], []],
    ['no name after a title', 'Mr Ng rang', ['Ng', 'rang'], ['rang']],
    ['a word that is a part of a name is not it', 'Wich is it. In Wichtown', ['Wich'], ['Wich']],
    ['a word with an apostrophe as one', 'Dont’t go. Il n’a rien', ['Dont’t'], ['Dont’t']],
    ['no name of which something is', 'Ng rang. It is Ng’s', ['Ng'], []],
    ['what Electron spells otherwise than the text', 'fine', ['Other', 'other'], ['other']],
  ])('%s', (_what, text, words, asked) => {
    expect(wordsToAsk(words, text)).toEqual(asked)
  })

  it('are found at once in a pasted list of thousands of names', () => {
    const names = Array.from({ length: 20_000 }, (_, each) => `${letters(each)}son`)
    const before = performance.now()
    expect(wordsToAsk(names, names.join(' and '))).toEqual([names[0]])
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  it('are never more, nor longer, than the contract lets through', () => {
    const word = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 55, maxLength: 70 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), fc.nat(60), fc.string(), (words, times, text) => {
        const many = Array.from({ length: times }, () => words).flat()
        expect(channels.misspelt.arguments.safeParse([wordsToAsk(many, text)]).success).toBe(true)
      }),
    )
  })
})

/** A name like no other. */
const letters = (of: number) => `N${[...`${of}`].map(digit => 'abcdefghij'[Number(digit)]).join('')}`
