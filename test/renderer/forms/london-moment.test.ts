import { describe, expect, it } from 'vitest'
import { momentFields, momentOf, momentValues } from '../../../renderer/forms/london-moment.ts'

const field = { name: 'at', label: 'Received at', kind: 'moment', wrong: 'Give when' } as const
const fieldsAt = (at: string) => momentFields(field, { at }).map(({ name, wrong }) => [name, wrong])

describe('INC-10 a time by the clock in London', () => {
  it.each(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-07-01T13:10:00.000Z'])(
    'that is filled in and left so is the moment that it was: %s',
    instant => {
      expect(momentOf('at', momentValues('at', instant))).toBe(instant)
    },
  )

  it('that is there twice is asked for: it is neither until one of them is chosen', () => {
    const at = '2026-10-25T01:30'
    expect(fieldsAt(at).map(([name]) => name)).toEqual(['at', 'atWhich'])
    expect(momentOf('at', { at })).toBe(at)
    expect(momentOf('at', { at, atWhich: 'first' })).toBe('2026-10-25T00:30:00.000Z')
    expect(momentOf('at', { at, atWhich: 'second' })).toBe('2026-10-25T01:30:00.000Z')
    expect(momentOf('at', { at: '2026-10-26T01:30', atWhich: 'first' })).toBe('2026-10-26T01:30:00.000Z')
  })

  it('that is not there is none, and it is said why', () => {
    expect(fieldsAt('2026-03-29T01:30')).toEqual([
      ['at', 'The clocks go forward then, so there is no 01:30 that night'],
    ])
    expect(momentOf('at', { at: '2026-03-29T01:30' })).toBe('2026-03-29T01:30')
    expect(fieldsAt('2026-02-30T10:00')).toEqual([['at', 'Give when']])
    expect(fieldsAt('')).toEqual([['at', 'Give when']])
  })
})
