import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { type Readings, readingsOf } from '../../../shared/queries/readings.ts'
import { type Viewpoint, viewpointOf } from '../../../shared/queries/viewpoint.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aMember, anOrganisation, staff } from '../../make/an-organisation.ts'

const made = anOrganisation()
const gone = aMember('N1-gone', 'N1', { access: 'removed', accessEndedOn: '2026-11-02' })
const index = indexOrganisation({ ...made, staff: [...made.staff, gone] })
const today = '2026-11-21'

const aGroup = fc
  .record({
    place: fc.integer({ min: 1, max: 12 }),
    holder: fc.constantFrom<(string | null)[]>('N1-1', 'N1-2', 'N2-1', 'N1-gone', null),
    team: fc.constantFrom<(string | null)[]>('N1', 'N2', null),
    status: fc.constantFrom<CaseGroup['status'][]>('Active', 'Suspended', 'Closed'),
    locked: fc.boolean(),
    due: fc.constantFrom('2026-11-01', '2026-11-24', '2027-01-31', null),
    specialist: fc.constantFrom<(string | null)[]>(null, 'DNA-1', 'N1-gone'),
    post: fc.boolean(),
  })
  .map(({ place, holder, team, status, locked, due, specialist, post }) =>
    aCaseGroup({
      id: number(`1000000${place}`),
      holder: holder as StaffNumber | null,
      team: team as TeamId | null,
      status,
      lock: locked ? aLock() : null,
      serviceRequests: [
        ...(due === null
          ? []
          : [aRequest(`SR-${place}`, { dueOn: due, holder: holder as StaffNumber | null })]),
        ...(specialist === null
          ? []
          : [
              aRequest(`FU-${place}`, {
                kind: 'functionally-unique',
                type: 'Parentage dispute',
                holder: specialist as StaffNumber,
              }),
            ]),
      ],
      post: post ? [aLetter(`P-${place}`)] : [],
    }),
  )

/** One group changed, come or gone at a time. */
const aWalk = fc.array(fc.record({ group: aGroup, leaves: fc.boolean() }), { maxLength: 40 })

function read(held: ReadonlyMap<string, CaseGroup>, view: Viewpoint, before?: Readings): Readings {
  return readingsOf({ groups: [...held.values()], intended: new Set() }, view, index, today, before)
}

describe.each(['N1-lead', 'N1-mgr', 'N1-1'])('the lists of %s', person => {
  const view = viewpointOf(staff(person), index, '2026-11-21')
  if (!view) throw new Error('Not on the staff.')

  test('read after a change what they read from nothing (ORPH-2, LOCK-7, RTS-7, TEAM-1)', () => {
    fc.assert(
      fc.property(aWalk, walk => {
        const held = new Map<string, CaseGroup>()
        let last: Readings | undefined
        for (const { group, leaves } of walk) {
          if (leaves) held.delete(group.id)
          else held.set(group.id, group)
          last = read(held, view, last)
          expect(last).toEqual(read(held, view))
        }
      }),
    )
  })

  test('read only now and then, read the same', () => {
    const asked = fc.subarray([
      'orphans',
      'locks',
      'groups',
      'queue',
      'requests',
      'returns',
      'loads',
    ] as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(aGroup, asked), { maxLength: 30 }), walk => {
        const held = new Map<string, CaseGroup>()
        let last: Readings | undefined
        for (const [group, names] of walk) {
          held.set(group.id, group)
          const readings = read(held, view, last)
          for (const name of names) expect(readings[name]).toEqual(read(held, view)[name])
          last = readings
        }
      }),
    )
  })

  test('stay the very same where nothing of them is otherwise', () => {
    const held = new Map(
      [aCaseGroup(), aCaseGroup({ id: number('10000002'), holder: null })].map(g => [g.id, g]),
    )
    const before = read(held, view)
    const after = read(held, view, before)
    expect(after.groups).toBe(before.groups)
    expect(after.queue).toBe(before.queue)
  })
})
