import { setImmediate as later } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../hub/http/refusal.ts'
import { gather } from '../../../hub/push/gather.ts'

const anItem = fc.record({
  person: fc.constantFrom('a', 'b', 'c'),
  ends: fc.constantFrom('well' as const, 'refused' as const, 'breaks' as const),
  /** How long after the one before it comes. */
  pause: fc.nat(3),
  takes: fc.nat(5),
})
type Item = typeof anItem extends fc.Arbitrary<infer Value> ? Value : never

class Broken extends Error {}

/** A work of which one that breaks leaves nothing of all that was done with it. */
function aWork(inside: number) {
  const seen: Item[][] = []
  const done: Item[] = []
  let working = 0
  const work = async (items: readonly Item[]) => {
    working += 1
    expect(working).toBeLessThanOrEqual(inside)
    seen.push([...items])
    for (let turn = 0; turn < Math.max(...items.map(({ takes }) => takes)); turn++) await later()
    working -= 1
    if (items.some(({ ends }) => ends === 'breaks')) throw new Broken()
    done.push(...items)
    return items.map(item => (item.ends === 'refused' ? new Refusal('out-of-order') : item))
  }
  return { work, seen, done }
}

const fits = ({ person }: Item, others: readonly Item[]) => others.every(other => other.person !== person)
const endOf = (outcome: PromiseSettledResult<Item>) =>
  outcome.status === 'fulfilled'
    ? outcome.value
    : outcome.reason instanceof Refusal
      ? outcome.reason.code
      : Broken

describe('what comes while others are worked on', () => {
  it('ends each as if it had come alone, is done once, and never beside what it does not fit', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anItem, { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        async (items, inside) => {
          const { work, seen, done } = aWork(inside)
          const take = gather({ work, fits, eachAlone: () => true, inside, waiting: 100 })
          const taken: Promise<PromiseSettledResult<Item>[]>[] = []
          for (const item of items) {
            for (let turn = 0; turn < item.pause; turn++) await later()
            taken.push(Promise.allSettled([take(item)]))
          }
          const outcomes = (await Promise.all(taken)).flat()
          const wanted = { well: (item: Item) => item, refused: () => 'out-of-order', breaks: () => Broken }
          expect(outcomes.map(endOf)).toEqual(items.map(item => wanted[item.ends](item)))
          expect(new Set(done)).toEqual(new Set(items.filter(({ ends }) => ends !== 'breaks')))
          expect(done.length).toBe(new Set(done).size)
          if (inside === 1) expect([...new Set(seen.flat())]).toEqual(items)
          for (const together of seen)
            expect(new Set(together.map(({ person }) => person)).size).toBe(together.length)
        },
      ),
    ))

  const item = (person: Item['person'], ends: Item['ends'] = 'well'): Item => ({
    person,
    ends,
    pause: 0,
    takes: 2,
  })

  it('is worked on together once there is room, in the order in which it came', async () => {
    const { work, seen } = aWork(1)
    const take = gather({ work, fits, eachAlone: () => true, inside: 1, waiting: 100 })
    const items = [item('a'), item('b'), item('c'), item('b')]
    await Promise.all(items.map(take))
    expect(seen).toEqual([[items[0]], [items[1], items[2]], [items[3]]])
  })

  it('fails whole where it is nobody’s own fault: nobody waits for the same again', async () => {
    const { work, seen } = aWork(1)
    const take = gather({ work, fits, eachAlone: () => false, inside: 1, waiting: 100 })
    const outcomes = await Promise.allSettled([item('a'), item('b'), item('c', 'breaks')].map(take))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(seen.length).toBe(2)
  })

  it('is turned away where too many wait', async () => {
    const { work } = aWork(1)
    const take = gather({ work, fits, eachAlone: () => true, inside: 1, waiting: 2 })
    const outcomes = await Promise.allSettled(
      (['a', 'b', 'c', 'a'] as const).map(person => take(item(person))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes[3]).toMatchObject({ reason: { code: 'busy' } })
  })
})
