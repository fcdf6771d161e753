import { describe, expect, test } from 'vitest'
import { cookieAhead } from '../../../renderer/sync/cookie-ahead.ts'

const part = { cookie: 'abc_-1', reset: true, clear: [], grants: [], patch: [], more: true, digests: null }
const page = { protocol: 1, lastSeq: 0, results: [], caseload: part, sensitive: null }

describe('the cookie of the next page', () => {
  test('is read off a page that another one follows', () => {
    expect(cookieAhead(JSON.stringify(page))).toBe('abc_-1')
  })

  test.each([
    ['a last page', { ...page, caseload: { ...part, more: false, digests: {} } }],
    ['a page with nationally sensitive groups, whose cookie stands elsewhere', { ...page, sensitive: part }],
    ['a page that tells results first', { ...page, results: [{ seq: 1, result: { kind: 'accepted' } }] }],
    ['a refusal', { error: { code: 'busy', message: 'Come again.' } }],
  ])('is left to the parser for %s', (_, other) => {
    expect(cookieAhead(JSON.stringify(other))).toBeNull()
  })

  test('is not read off a page that was cut short', () => {
    const whole = JSON.stringify(page)
    for (let length = 0; length < whole.length; length++)
      expect(cookieAhead(whole.slice(0, length))).toBeNull()
  })
})
