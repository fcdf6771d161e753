import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { DataException } from '../../../shared/domain/data-exception.ts'
import type { Difference } from '../../../shared/domain/difference.ts'
import { recoveryRows } from '../../../shared/queries/recoveries.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { aDataException } from '../../make/a-data-exception.ts'
import { anOrphan, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anEntry, anOwnIncident } from '../../make/an-incident.ts'
import { aMember, anOrganisation, segment, staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const SINCE = '2026-11-20T17:05:00Z'
const NORTH = segment('FS_GB_MAINT_NO_MSR')
const SOUTH = segment('FS_GB_MAINT_SO_MSR')

/** What Today tells somebody, by line: how many. */
function told(actor: string, groups: readonly CaseGroup[], exceptions: readonly DataException[] = []) {
  const lines = todayOf(readingsFor(actor, groups, anOrganisation(), undefined, { exceptions }), SINCE, 0)
  return Object.fromEntries(lines.flatMap(({ id, count }) => (count > 0 ? [[id, count]] : [])))
}

describe('IMP-8 Today of a segment manager', () => {
  const groups = [
    aCaseGroup({ id: number('1'), compliant: false, lock: aLock({ reviewOn: '2026-12-15' }) }),
    aCaseGroup({ id: number('2'), compliant: false }),
    aCaseGroup({ id: number('3'), appeal: 'accepted' }),
    aCaseGroup({ id: number('4') }),
  ]

  it('tells how many case groups belong elsewhere and could move now, not those that a lock holds', () => {
    expect(told('N1-mgr', groups)).toMatchObject({ 'groups-to-move': 2 })
  })

  it('is nobody else’s: an import moves nothing, and a manager applies it', () => {
    expect(told('N1-lead', groups)).not.toHaveProperty('groups-to-move')
    expect(told('S1-mgr', groups)).not.toHaveProperty('groups-to-move')
  })
})

describe('IMP-6, IMP-9 Today of a segment manager', () => {
  const difference = (field: Difference['field'], drifts: boolean): Difference => ({
    field,
    source: field === 'segment' ? SOUTH : 'N1-2',
    drifts,
    sourceSince: '2026-11-20T18:00:00Z',
    sourceLock: null,
  })
  const groups = [
    aCaseGroup({ id: number('1'), differences: [difference('segment', true), difference('holder', false)] }),
    aCaseGroup({ id: number('2'), differences: [difference('holder', false)] }),
    aCaseGroup({
      id: number('3'),
      lock: aLock({ reviewOn: '2026-12-15' }),
      movedWhileLocked: { from: SOUTH, to: NORTH, seenAt: '2026-11-20T18:00:00Z' },
    }),
    aCaseGroup({ id: number('4') }),
  ]

  it('tells apart what is to be settled, what was moved while locked, and what is to be carried', () => {
    expect(told('N1-mgr', groups)).toMatchObject({
      'drift-to-settle': 1,
      'moved-here-while-locked': 1,
      'changes-to-carry': 2,
    })
  })

  it('is no team leader’s to settle or to carry', () => {
    for (const id of ['drift-to-settle', 'moved-here-while-locked', 'changes-to-carry'])
      expect(told('N1-lead', groups)).not.toHaveProperty(id)
  })
})

describe('IMP-1 the data exceptions', () => {
  it('are told to whom they are sent, but for those that come in with another row', () => {
    const exceptions = [aDataException('a'), aDataException('b'), aDataException('c', { fault: 'parent' })]
    expect(told('N1-mgr', [], exceptions)).toEqual({ 'exceptions-to-correct': 2 })
    expect(told('N1-mgr', [])).toEqual({})
  })
})

describe('TEAM-3 the teams that are a manager’s today', () => {
  const toldOf = (without: string, actor = 'N1-mgr') => {
    const made = anOrganisation()
    const organisation = {
      ...made,
      staff: made.staff.map(each =>
        each.number === without ? { ...each, access: 'removed' as const, accessEndedOn: '2026-11-01' } : each,
      ),
    }
    const line = todayOf(readingsFor(actor, [], organisation), SINCE, 0).find(
      ({ id }) => id === 'teams-unled',
    )
    return line?.subjects.map(subject => subject.kind === 'team' && subject.team.id)
  }

  it('are those of his segment that nobody leads', () => {
    expect(toldOf('N2-lead')).toEqual(['N2'])
    expect(toldOf('nobody')).toEqual([])
    expect(toldOf('S1-lead')).toEqual([])
  })

  it('and no team leader’s', () => {
    expect(toldOf('N2-lead', 'N1-lead')).toBeUndefined()
  })
})

describe('INC-13, INC-15 an incident about no case', () => {
  const toldOf = (raisedBy: string, by: string, actor: string) => {
    const made = anOrganisation()
    const organisation = {
      ...made,
      staff: [...made.staff, aMember('closure', 'N1', { roles: ['closure-manager'] })],
    }
    const own = anOwnIncident({
      raisedBy: staff(raisedBy),
      state: 'check-back',
      checkBackOn: '2026-12-01',
      joined: [{ by: staff('N1-2'), at: SINCE, words: 'I have it too.' }],
      history: [
        {
          ...anEntry('resolve-incident', '2026-11-21T08:00:00Z'),
          actor: { kind: 'person', staff: staff(by) },
        },
      ],
    })
    const readings = readingsFor(actor, [], organisation, undefined, { ownIncidents: [own] })
    const line = todayOf(readings, SINCE, 0).find(({ id }) => id === 'incidents-of-no-case')
    return line?.count
  }

  it('is news to whoever raised it and to his leader when another took a step, though no case group tells of it', () => {
    expect(toldOf('closure', 'N1-lead', 'closure')).toBe(1)
    expect(toldOf('closure', 'N1-2', 'N1-lead')).toBe(1)
  })

  it('not to whoever took the step, nor to a colleague who only joined it', () => {
    expect(toldOf('closure', 'closure', 'closure')).toBe(0)
    expect(toldOf('closure', 'N1-lead', 'N1-lead')).toBe(0)
    expect(toldOf('closure', 'N1-lead', 'N1-2')).toBe(0)
  })
})

describe('ORPH-4 Today of a segment manager', () => {
  const TODAY_CHASED = '2026-11-20T12:00:00Z'
  const toldOn = (actor: string, requestedAt: string) => {
    const readings = readingsFor(actor, [anOrphan()], organisationLeft())
    const { index, today } = readings
    const chases = [{ by: staff('N1-lead'), at: TODAY_CHASED }]
    const recoveries = recoveryRows([aRecovery({ requestedAt, chases })], {
      asIt: false,
      isLost: () => true,
      index,
      today,
    })
    const lines = todayOf({ ...readings, recoveries }, SINCE, 0)
    return lines.find(({ id }) => id === 'recoveries-to-manage')?.count ?? 0
  }

  it('tells what local IT has not ended within five working days, though it was chased', () => {
    expect(toldOn('N1-mgr', '2026-11-02T10:00:00Z')).toBe(1)
    expect(toldOn('N1-mgr', '2026-11-20T10:00:00Z')).toBe(0)
  })

  it('is not the leader’s', () => {
    expect(toldOn('N1-lead', '2026-11-02T10:00:00Z')).toBe(0)
  })
})
