import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Base, emptyBase, matches, takePage } from '../../../renderer/replica/base.ts'
import { digestText } from '../../../renderer/replica/digest.ts'
import type { BucketId } from '../../../shared/sync/buckets.ts'
import type { Digests, PatchOp } from '../../../shared/sync/pull.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aPart, aReply, put, remove } from '../support/a-page.ts'

const [person, team, queue] = ['person:N1-lead', 'team:N1', 'queue:FS_GB_MAINT_NO_MSR'] as BucketId[] as [
  BucketId,
  BucketId,
  BucketId,
]
const all = [person, team, queue]
const group = aCaseGroup()
const page = (patch: readonly PatchOp[], more = {}) =>
  aReply([], { caseload: aPart(patch, { grants: all, ...more }) })
const held = ({ caseload }: Base) => [...caseload.groups.keys()]

function baseWith(...patch: readonly PatchOp[]): Base {
  const base = emptyBase()
  takePage(base, page(patch))
  return base
}

describe('a document in several buckets', () => {
  it('stays while one of them is granted, and goes with the last', () => {
    const base = baseWith(put(group, [person, team]))
    const { outdated } = takePage(base, page([], { grants: [team, queue] }))
    expect([outdated, held(base)]).toEqual([[group.id], [group.id]])
    expect(base.caseload.groups.get(group.id)?.buckets).toEqual([team])
    takePage(base, page([], { grants: [queue] }))
    expect(held(base)).toEqual([])
    expect(base.caseload.digests.size).toBe(0)
  })

  it('is in the buckets of its last put alone', () => {
    const base = baseWith(put(group, [person, team]), put(group, [queue]))
    takePage(base, page([], { grants: [queue] }))
    expect(held(base)).toEqual([group.id])
    takePage(base, page([], { clear: [queue] }))
    expect(held(base)).toEqual([])
  })

  it('is counted in each of them', () => {
    const base = baseWith(put(group, [person, team]))
    const op = put(group)
    const stamp = op.op === 'put' ? op.stamp : ''
    const counted: Digests = { [person]: [1, stamp], [team]: [1, stamp], [queue]: [0, '0000000000000000'] }
    expect(matches(base.caseload, all, counted)).toBe(true)
    expect(matches(base.caseload, all, { ...counted, [team]: [1, '0000000000000001'] })).toBe(false)
    expect(matches(base.caseload, all, { ...counted, [queue]: [1, stamp] })).toBe(false)
  })
})

describe('a reset', () => {
  it('forgets its part and nothing of the other', () => {
    const secret = aCaseGroup({ id: number('2'), sensitive: true })
    const base = emptyBase()
    takePage(base, {
      ...page([put(group, [team])]),
      sensitive: aPart([put(secret, [team])], { grants: all }),
    })
    takePage(base, { ...page([], { reset: true }), sensitive: aPart([], { grants: all }) })
    expect([base.caseload.groups.size, base.sensitive.groups.size]).toEqual([0, 1])
  })
})

describe('ACC-3 the nationally sensitive part', () => {
  it('is forgotten when the hub sends none', () => {
    const secret = aCaseGroup({ sensitive: true })
    const base = emptyBase()
    takePage(base, { ...page([]), sensitive: aPart([put(secret, [team])], { grants: all }) })
    const { groups } = takePage(base, page([]))
    expect([[...groups], base.sensitive.groups.size]).toEqual([[secret.id], 0])
  })

  it('takes a group over from the caseload, and gives it back, in one page', () => {
    const secret = { ...group, sensitive: true }
    const base = baseWith(put(group, [team]))
    takePage(base, { ...page([remove(group.id)]), sensitive: aPart([put(secret, [team])], { grants: all }) })
    expect([base.caseload.groups.size, base.sensitive.groups.size]).toEqual([0, 1])
    takePage(base, { ...page([put(group, [team])]), sensitive: aPart([remove(group.id)], { grants: all }) })
    expect([base.caseload.groups.size, base.sensitive.groups.size]).toEqual([1, 0])
  })
})

const anyOp = fc.record({
  id: fc.integer({ min: 1, max: 6 }).map(id => number(String(id))),
  title: fc.constantFrom('a', 'b', 'c'),
  buckets: fc.subarray(all),
})
const anyPage = fc.record({
  patch: fc.array(anyOp, { maxLength: 6 }),
  grants: fc.oneof({ weight: 3, arbitrary: fc.constant(all) }, fc.subarray(all)),
  clear: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(all)),
  reset: fc.boolean(),
})

describe('the digests of what is held', () => {
  it('are the same counted along the way as counted anew, whatever pages came', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 12 }), pages => {
        const base = emptyBase()
        for (const { patch, ...more } of pages) takePage(base, page(patch.map(opOf(more.grants)), more))
        const { groups, digests } = base.caseload
        for (const bucket of all) {
          const stamps = [...groups.values()]
            .filter(held => held.buckets.includes(bucket))
            .map(({ stamp }) => stamp)
          const digest = digests.get(bucket)
          expect(digest?.count ?? 0).toBe(stamps.length)
          const xor = stamps.reduce((sum, stamp) => sum ^ BigInt(`0x${stamp}`), 0n)
          expect(digest ? BigInt(`0x${digestText(digest)}`) : 0n).toBe(xor)
        }
        expect([...groups.values()].every(held => held.buckets.length > 0)).toBe(true)
      }),
    )
  })
})

const opOf =
  (grants: readonly BucketId[]) =>
  ({
    id,
    title,
    buckets,
  }: {
    id: ReturnType<typeof number>
    title: string
    buckets: BucketId[]
  }): PatchOp => {
    const granted = buckets.filter(bucket => grants.includes(bucket))
    return granted.length > 0 ? put(aCaseGroup({ id, title }), granted) : remove(id)
  }
