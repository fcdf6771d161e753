import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPacked, openPacked, packedPage } from '../../../renderer/storage/packed-page.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { PullPart } from '../../../shared/sync/pull.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aPart, put, putOrganisation, remove } from '../support/a-page.ts'

const aGroup = fc.record({
  at: fc.nat(99_999_999),
  title: fc.string({ unit: 'grapheme' }),
  others: fc.nat(3),
})
const aPage = fc
  .array(fc.oneof(aGroup, fc.constantFrom('organisation', 'remove')), { maxLength: 30 })
  .map(said =>
    aPart(
      said.map(each => {
        if (each === 'organisation') return putOrganisation()
        if (typeof each === 'string') return remove(number('10000001'))
        const { people, ...group } = aCaseGroup({ id: number(String(each.at)), title: each.title })
        return put({ ...group, people: people.slice(0, each.others) })
      }),
    ),
  )

const groupsOf = ({ patch }: Pick<PullPart, 'patch'>) =>
  patch.flatMap(op => (op.op === 'put' && op.kind === 'case-group' ? [op.document] : []))

const LENGTH = 2_000_000
const opened = (page: PullPart) => openPacked(packedPage(page, LENGTH))

it('a page comes back as it was, whichever of its documents is asked first', () => {
  fc.assert(
    fc.property(aPage, fc.nat(), (page, which) => {
      const { caseload, rest } = opened(page)
      const groups = groupsOf(caseload)
      const asked = which % Math.max(1, groups.length)
      expect(groups[asked]?.people).toEqual(groupsOf(page)[asked]?.people)
      expect(caseload).toEqual(page)
      expect(structuredClone({ ...caseload })).toEqual(page)
      expect(JSON.parse(JSON.stringify(caseload))).toEqual(JSON.parse(JSON.stringify(page)))
      rest?.read()
      expect(caseload).toEqual(page)
    }),
  )
})

it('who belongs to a case group is not read before somebody asks, and then of the whole page', () => {
  const groups = ['10000001', '10000002'].map(id => aCaseGroup({ id: number(id) }))
  const { caseload, rest } = opened(aPart(groups.map(group => put(group))))
  const [one, other] = groupsOf(caseload)
  expect([one?.title, other?.segment, rest?.isRead]).toEqual([groups[0]?.title, groups[1]?.segment, false])
  expect(one?.cases).toEqual(groups[0]?.cases)
  expect(rest?.isRead).toBe(true)
  expect(other?.people).toBe(other?.people)
})

it('a copy of a case group has what its original has', () => {
  const { caseload } = opened(aPart([put(aCaseGroup())]))
  const [kept] = groupsOf(caseload)
  const changed = { ...(kept as CaseGroup), title: 'Another' }
  expect(changed).toEqual(aCaseGroup({ title: 'Another' }))
  expect(Object.keys(changed).sort()).toEqual(Object.keys(aCaseGroup()).sort())
})

it('how long it was as text is known without it', () => {
  expect(opened(aPart([put(aCaseGroup())])).textLength).toBe(LENGTH)
})

it('what is not packed is told by its first byte', () => {
  expect(isPacked(packedPage(aPart([]), LENGTH))).toBe(true)
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(isPacked(new TextEncoder().encode(JSON.stringify(value)))).toBe(false)
    }),
  )
  expect(isPacked(new Uint8Array([0x1f, 0x8b]))).toBe(false)
})
