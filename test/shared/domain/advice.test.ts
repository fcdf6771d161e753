import { describe, expect, it } from 'vitest'
import { adviceDue, divisionOfStaff } from '../../../shared/domain/advice.ts'
import { adviserSegments, isAdviserOf } from '../../../shared/domain/advisers.ts'
import type { Division } from '../../../shared/domain/organisation.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { anOrganisation, aTeam, staff, team } from '../../make/an-organisation.ts'

const index = indexWith(indexOrganisation(anOrganisation()), [publicCalendar])
const due = (askedAt: string, division: Division, days: number, urgent = false) =>
  adviceDue({ urgent, askedAt, division }, days, index)

describe('ADV-4 when advice is due', () => {
  it('counts from the day after, without the bank holidays of the team’s own division', () => {
    expect(due('2026-11-26T10:00:00Z', 'england-and-wales', 5)).toEqual({ dueAt: null, dueOn: '2026-12-03' })
    expect(due('2026-11-26T10:00:00Z', 'scotland', 5).dueOn).toBe('2026-12-04')
    expect(due('2026-06-12T10:00:00Z', 'scotland', 5).dueOn).toBe('2026-06-22')
    expect(due('2026-06-12T10:00:00Z', 'northern-ireland', 5).dueOn).toBe('2026-06-19')
    expect(due('2026-12-18T10:00:00Z', 'northern-ireland', 10).dueOn).toBe('2027-01-06')
  })

  it('begins on the day of receipt as London has it', () => {
    expect(due('2026-07-01T23:30:00Z', 'england-and-wales', 1).dueOn).toBe('2026-07-03')
  })

  it('ADV-1 urgent runs 24 hours on the clock, across its changes too', () => {
    expect(due('2026-10-24T13:10:00Z', 'scotland', 5, true)).toEqual({
      dueAt: '2026-10-25T13:10:00.000Z',
      dueOn: '2026-10-25',
    })
  })

  it('is of the team’s site; without a team, of England and Wales', () => {
    expect(divisionOfStaff(staff('N1-1'), index)).toBe('northern-ireland')
    expect(divisionOfStaff(staff('it'), index)).toBe('england-and-wales')
  })
})

describe('ADV-1 who gives advice to a team', () => {
  it('the segments of its country that have the type, and a region of its own where they have any', () => {
    const names = (id: string, at = index) => adviserSegments(team(id), at).map(({ name }) => name)
    expect(names('N1')).toEqual(['FS_GB_CCLNT_DNA'])
    const ni = { ...aTeam('B1', 'FS_NI_MAINT_MSR') }
    const more = indexOrganisation(anOrganisation({ teams: [...anOrganisation().teams, ni] }))
    expect(names('B1', more)).toEqual([])
    const { bom } = anOrganisation()
    const segments = bom.segments.map(each =>
      each.kind === 'functionally-unique' ? { ...each, regions: ['South'] } : each,
    )
    const southern = indexOrganisation(anOrganisation({ bom: { ...bom, segments } }))
    expect([names('N1', southern), names('S1', southern), names('E1', southern)]).toEqual([
      [],
      ['FS_GB_CCLNT_DNA'],
      [],
    ])
  })

  it('are those who work there', () => {
    const advisers = ['DNA-1', 'DNA-lead', 'DNA-mgr', 'N1-lead', 'it'].filter(each =>
      isAdviserOf(staff(each), team('N1'), index),
    )
    expect(advisers).toEqual(['DNA-1', 'DNA-lead', 'DNA-mgr'])
  })
})
