import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPasted, pastedLines } from '../../../shared/queries/pasted-list.ts'
import { aCaseGroup, aPerson, aRequest, number } from '../../make/a-case-group.ts'

const groups = [
  aCaseGroup({
    id: number('10000001'),
    people: [aPerson('121000000001', { nino: 'AB123456C' }), aPerson('121000000002')],
    serviceRequests: [aRequest('1-4001'), aRequest('1-4002')],
  }),
  aCaseGroup({
    id: number('10000002'),
    cases: [],
    people: [aPerson('121000000003')],
    serviceRequests: [aRequest('1-5001')],
  }),
  aCaseGroup({ id: number('10000003'), cases: [], people: [aPerson('121000000004')] }),
]

const found = (text: string) => findPasted(pastedLines(text) ?? [], groups)

describe('a list that is pasted into the search', () => {
  it('is a column of numbers: those found, and those that are not', () => {
    expect(found('10000001\r\n10000003\r\n10000009\r\n')).toEqual({
      lines: 3,
      groups: ['10000001', '10000003'],
      byRequest: [],
      requests: [],
      missing: ['10000009'],
    })
  })

  it.each([
    ['master case number', '10000001', ['10000001']],
    ['case number', '300000001', ['10000001']],
    ['SCIN', '121000000002', ['10000001']],
    ['NINO in pairs', 'ab 12 34 56 c', ['10000001']],
    ['service request number', '1-5001', ['10000002']],
  ])('finds by %s', (_, typed, expected) => {
    expect(found(`${typed}\n99999999`).groups).toEqual(expected)
  })

  it('is whole numbers, not beginnings of them', () => {
    expect(found('1000000\n1-400').groups).toEqual([])
  })

  it('may be a table, its heading and empty lines no numbers', () => {
    const table =
      'Master case\tName\tOpened\n\n10000001\tMcLaughlin, Aoife\t01/10/2026\n10000008\tKaur\t02/10/2026\n'
    expect(found(table)).toMatchObject({ lines: 2, groups: ['10000001'], missing: ['10000008'] })
  })

  it('may be a table that begins with a date, the same in each row', () => {
    expect(found('01/10/2026\t10000001\n01/10/2026\t10000008\n01/10/2026\t10000003')).toMatchObject({
      lines: 3,
      groups: ['10000001', '10000003'],
      missing: ['10000008'],
    })
  })

  it('may be one line of several', () => {
    expect(found('10000001, 10000003').groups).toEqual(['10000001', '10000003'])
  })

  it('asks for certain service requests where nothing else says the group', () => {
    expect(found('1-4002\n1-5001').requests).toEqual(['1-4002', '1-5001'])
    expect(found('1-4002\n10000001\n1-5001').requests).toEqual(['1-5001'])
  })

  it('counts what is there twice once', () => {
    expect(found('10000001\n10000001\n10000001')).toMatchObject({ lines: 1, groups: ['10000001'] })
  })

  it.each(['', '10000001', 'Smith, Aoife', 'M1 1AA', 'Smith\nKaur', 'McLaughlin 10000001'])(
    'is none where it is one thing to look for: %j',
    typed => {
      expect(pastedLines(typed)).toBeNull()
    },
  )

  it('is neither lost nor made more: each line finds something or is named', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9]{1,12}$/), { minLength: 2 }), numbers => {
        const { lines, groups: hits, missing } = found(numbers.join('\n'))
        const known = new Set(['10000001', '10000002', '10000003'])
        expect(lines).toBe(new Set(numbers).size)
        expect(missing.filter(each => known.has(each))).toEqual([])
        expect(hits.length + missing.length).toBeLessThanOrEqual(lines + groups.length)
      }),
    )
  })

  it('is read at once when it is 60,000 lines long', () => {
    const text = Array.from({ length: 60_000 }, (_, at) => `${20_000_000 + at}\t${'x'.repeat(200)}`).join(
      '\n',
    )
    expect(found(text)).toMatchObject({ lines: 60_000, groups: [] })
  })
})
