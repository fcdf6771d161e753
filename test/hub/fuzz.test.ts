import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf } from '../../hub/http/refusal.ts'
import type { TestDatabase } from '../database-copy.ts'
import { fuzz } from '../fuzz/fuzz.ts'
import { faultOf } from '../fuzz/judge.ts'
import { createTestDatabase } from '../postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('the hub, whatever it is sent by people who may see little', () => {
  // More of them: npm run fuzz -- --requests 100000 --seed 1
  it('never fails, says nothing of anybody and does nothing for them', async () => {
    const { statuses, accepted, faults } = await fuzz(database.url, 2000, 20_261_126)
    expect(faults).toEqual([])
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 409]))
    expect(accepted).toBeGreaterThan(0)
  })
})

describe('the judge of its answers', () => {
  const refused = JSON.stringify(answerOf('not-found').body)
  it.each([
    ['a failure', 500, JSON.stringify(answerOf('internal').body)],
    ['a refusal in words of its own', 404, '{"error":{"code":"not-found","message":"There is no Nemo."}}'],
    ['a refusal with another status', 403, refused],
    ['a stack', 400, 'Error\n    at push (push.ts:1:1)'],
    ['a word that is forbidden', 200, '{"name":"Nemo"}'],
  ])('objects to %s', (_, status, body) => {
    expect(faultOf({ status, headers: {}, body }, ['Nemo'])).toBeDefined()
  })

  it('objects to a forbidden word in a header, and to a way elsewhere', () => {
    const answer = { status: 200, headers: { etag: 'Nemo' }, body: '' }
    expect(faultOf(answer, ['Nemo'])).toBeDefined()
    expect(faultOf({ status: 302, headers: { location: '//evil.example' }, body: '' }, [])).toBeDefined()
  })

  it('lets pass what is as it should be', () => {
    expect(faultOf({ status: 404, headers: {}, body: refused }, ['Nemo'])).toBeUndefined()
    expect(faultOf({ status: 302, headers: { location: '/' }, body: '' }, ['Nemo'])).toBeUndefined()
  })
})
