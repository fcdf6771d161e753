import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBankHolidays } from '../../../hub/holidays/read-bank-holidays.ts'
import { Refusal } from '../../../hub/import/refusal.ts'
import { type Calendar, divisions } from '../../../shared/domain/calendar.ts'
import { isPlainDate } from '../../../shared/domain/time.ts'
import { bankHolidaysText, publicCalendar } from '../../make/a-calendar.ts'

type Events = { title: string; date: string }[]
const whole = (year: number): Events => [
  { title: 'New Year’s Day', date: `${year}-01-01` },
  { title: 'Christmas Day', date: `${year}-12-25` },
]
const file = (events: Partial<Record<string, Events>> = {}) =>
  Object.fromEntries(
    divisions.map(division => [division, { division, events: events[division] ?? whole(2027) }]),
  )
const reading = (json: unknown) => () => readBankHolidays(JSON.stringify(json))

describe('ADV-5 the public bank-holidays.json', () => {
  it('gives the holidays of its whole years, with their names', () => {
    expect(publicCalendar.covers).toEqual({ from: '2012-01-01', to: '2028-12-31' })
    expect(publicCalendar.holidays.scotland).toHaveLength(158)
    expect(publicCalendar.names.scotland['2026-06-15']).toBe('World Cup bank holiday')
    expect(publicCalendar.holidays['england-and-wales']).not.toContain('2026-06-15')
    expect(readBankHolidays(`\uFEFF${bankHolidaysText}`)).toEqual(publicCalendar)
  })

  it('of which a year that breaks off, in one division only, is left out', () => {
    const short = file({
      'england-and-wales': [...whole(2027), ...whole(2028)],
      scotland: [...whole(2027), { title: 'New Year’s Day', date: '2028-01-03' }],
      'northern-ireland': [...whole(2027), ...whole(2028)],
    })
    const { covers, holidays } = readBankHolidays(JSON.stringify(short))
    expect(covers).toEqual({ from: '2027-01-01', to: '2027-12-31' })
    expect(holidays['northern-ireland']).toEqual(['2027-01-01', '2027-12-25'])
  })

  it.each([
    ['is not JSON', () => readBankHolidays('<html>'), /not JSON/],
    ['is empty', () => readBankHolidays(''), /not JSON/],
    ['is a list', reading([]), /not in the format/],
    ['has no events', reading({ scotland: { division: 'scotland' } }), /format .* at scotland\.events/],
    [
      'has an event without a date',
      reading(file({ scotland: [{ title: 'x' }] as never })),
      /events\.0\.date/,
    ],
    ['has a division that is not known', reading({ ...file(), wales: file().scotland }), /not known, wales/],
    ['lacks one', reading({ scotland: file().scotland }), /lacks the division england-and-wales and/],
    [
      'has one under another’s name',
      reading({ ...file(), scotland: file()['northern-ireland'] }),
      /calls itself/,
    ],
    [
      'has a day that does not exist',
      reading(file({ scotland: [{ title: 'x', date: '2027-02-30' }] })),
      /event 1 of scotland, 2027-02-30/,
    ],
    [
      'has a day twice',
      reading(file({ scotland: [...whole(2027), ...whole(2027)] })),
      /2027-01-01 twice for scotland/,
    ],
    ['has no whole year', reading(file({ scotland: [{ title: 'x', date: '2027-06-15' }] })), /no whole year/],
  ])('is refused, saying why, when it %s', (_, read, why) => {
    expect(read).toThrow(Refusal)
    expect(read).toThrow(why)
  })
})

describe('ADV-5 whatever is given as bank-holidays.json', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '\u0000',
      '\ud800',
      `${'x'.repeat(119)}😀`,
      '2027-02-30',
      '+275760-09-13',
    ),
  )
  const date = fc.oneof(
    fc.constantFrom('2027-06-15', '2027-07-01', '2027-12-25', '2028-01-03', '0000-01-01', '9999-12-25'),
    word,
  )
  const events = fc.array(fc.record({ title: word, date }), { maxLength: 6 })
  const named = fc.oneof(fc.constantFrom(...divisions), word)
  const shaped = fc
    .array(fc.tuple(fc.constantFrom(...divisions), events), { maxLength: 4 })
    .map(given => file(Object.fromEntries(given.map(([name, added]) => [name, [...whole(2027), ...added]]))))
  const anyFile = fc.oneof(
    shaped,
    fc.dictionary(named, fc.record({ division: named, events }), { maxKeys: 4 }),
    fc.dictionary(word, fc.constantFrom(1, null, {}), { minKeys: 1, maxKeys: 2 }),
    fc.json().map(text => JSON.parse(text) as unknown),
  )
  const cut = fc.tuple(fc.nat(bankHolidaysText.length), word)

  const outcome = (text: string): Calendar | Refusal => {
    try {
      return readBankHolidays(text)
    } catch (problem) {
      if (problem instanceof Refusal) return problem
      throw problem
    }
  }

  it.each([
    ['a file like it', anyFile.map(json => JSON.stringify(json))],
    [
      'its text, damaged',
      cut.map(([at, added]) => bankHolidaysText.slice(0, at) + added + bankHolidaysText.slice(at)),
    ],
    ['its text, cut off', cut.map(([at]) => bankHolidaysText.slice(0, at))],
    ['any text', word],
  ])('is a calendar that can be kept, or refused in a sentence: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, text => {
        const end = outcome(text)
        const words = end instanceof Refusal ? end.message : JSON.stringify(end)
        expect(words.isWellFormed() && !/\\u0000|\\ud[89a-f]|\p{Cc}/u.test(words)).toBe(true)
        if (end instanceof Refusal) {
          expect(words).toMatch(/^[A-Z].{1,500}\.$/u)
          return
        }
        const { from = '', to = '' } = end.covers ?? {}
        for (const day of divisions.flatMap(division => end.holidays[division]))
          expect(day >= from && day <= to && isPlainDate(day)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
