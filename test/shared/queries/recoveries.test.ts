import { describe, expect, it } from 'vitest'
import { emptyCalendar } from '../../../shared/domain/calendar.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { recoveriesToDo, recoveryRows } from '../../../shared/queries/recoveries.ts'
import { number } from '../../make/a-case-group.ts'
import { acknowledged, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'

const index = indexOrganisation(organisationLeft())
const rowsOn = (
  today: PlainDate,
  recoveries: readonly RecoveryRequest[],
  more: { asIt?: boolean; isLost?: boolean } = {},
) => recoveryRows(recoveries, { asIt: more.asIt ?? false, isLost: () => more.isLost ?? true, index, today })
const sectionOn = (today: PlainDate, recovery = aRecovery(), more = {}) =>
  rowsOn(today, [recovery], more)[0]?.section

const ended = (kind: 'refused' | 'withdrawn', on = '2026-11-23') =>
  aRecovery({ acknowledged, end: { kind, by: staff('it'), at: `${on}T10:00:00Z`, reason: null } })

describe('ORPH-4 due dates, in working days of the team’s site', () => {
  it('asked on Friday: to be chased from Tuesday, at the segment manager from the Friday after', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map(day => sectionOn(day))).toEqual([
      'waiting',
      'chase',
      'chase',
      'managers',
    ])
  })

  it('a chase starts the two days anew, but not the five', () => {
    const chased = aRecovery({ chases: [{ by: staff('N1-lead'), at: '2026-11-24T10:00:00Z' }] })
    expect(['2026-11-25', '2026-11-26', '2026-11-27'].map(day => sectionOn(day, chased))).toEqual([
      'waiting',
      'chase',
      'managers',
    ])
  })

  it('ADV-4 a bank holiday of the division does not count, one of another does', () => {
    const calendarWith = (division: 'northern-ireland' | 'scotland') => ({
      ...emptyCalendar,
      holidays: { ...emptyCalendar.holidays, [division]: ['2026-11-23'] },
      covers: { from: '2026-01-01', to: '2026-12-31' },
    })
    const chaseOn = (division: 'northern-ireland' | 'scotland') =>
      recoveryRows([aRecovery()], {
        asIt: false,
        isLost: () => true,
        index: indexWith(index, [calendarWith(division)]),
        today: '2026-11-23',
      })[0]?.chaseOn
    expect(chaseOn('northern-ireland')).toEqual({ on: '2026-11-25', without: ['2026-11-23'], certain: true })
    expect(chaseOn('scotland')).toMatchObject({ on: '2026-11-24', without: [] })
  })
})

describe('ORPH-4 the list of who asks', () => {
  it('the segment manager’s five days head it, then what is to be chased, then what IT answered', () => {
    const list = [
      ended('withdrawn'),
      aRecovery({ masterCaseNumber: number('2'), requestedAt: '2026-11-26T10:00:00Z' }),
      ended('refused'),
      aRecovery({ masterCaseNumber: number('3'), requestedAt: '2026-11-24T10:00:00Z' }),
      aRecovery({ masterCaseNumber: number('4'), requestedAt: '2026-11-10T10:00:00Z' }),
    ]
    expect(rowsOn('2026-11-26', list).map(({ section }) => section)).toEqual([
      'managers',
      'chase',
      'answered',
      'waiting',
      'ended',
    ])
    expect(recoveriesToDo(rowsOn('2026-11-26', list), false)).toBe(3)
  })

  it('what IT answered is to do while it is still lost', () => {
    expect(sectionOn('2026-11-24', ended('refused'), { isLost: false })).toBe('ended')
  })

  it('what ended over 28 days ago is left out', () => {
    expect(rowsOn('2026-12-21', [ended('withdrawn')])).toHaveLength(1)
    expect(rowsOn('2026-12-22', [ended('withdrawn')])).toEqual([])
  })
})

describe('ORPH-4 the list of local IT', () => {
  it('chased, new, acknowledged, ended', () => {
    const chases = [{ by: staff('N1-lead'), at: '2026-11-24T10:00:00Z' }]
    const list = [
      ended('refused'),
      aRecovery({ acknowledged }),
      aRecovery({ masterCaseNumber: number('2') }),
      aRecovery({ masterCaseNumber: number('3'), acknowledged, chases }),
    ]
    const rows = rowsOn('2026-11-26', list, { asIt: true })
    expect(rows.map(({ section }) => section)).toEqual(['chased', 'new', 'acknowledged', 'ended'])
    expect(recoveriesToDo(rows, true)).toBe(3)
  })
})
