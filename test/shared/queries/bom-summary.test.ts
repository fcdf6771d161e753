import { describe, expect, it } from 'vitest'
import { summaryOfBom } from '../../../shared/queries/bom-summary.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'

const { bom, teams, staff } = anOrganisation()
const summary = summaryOfBom(bom, teams, staff)

describe('BOM-5 what a BOM comes to', () => {
  it('the ranks that a country has and lacks', () => {
    const lacking = summary.countries.map(({ country, ranks }) => [
      country,
      ranks.filter(({ segments }) => segments.length === 0).map(({ title }) => title),
    ])
    expect(lacking).toEqual([
      [
        'GB',
        [
          'Judicial Review',
          'Parliamentary and Health Service Ombudsman',
          'Independent Case Examiner',
          'Complaints Review',
        ],
      ],
      [
        'NI',
        [
          'Judicial Review',
          'Parliamentary and Health Service Ombudsman',
          'Independent Case Examiner',
          'Complaints Review',
          'Complex Case',
          'Complaint Resolution Enforcement',
        ],
      ],
    ])
  })

  it('ALLOC-8 who takes paying parents outside the UK, rank by rank of those that there are', () => {
    expect(summary.outsideUk.map(({ rank, segment }) => [rank, segment?.name ?? null])).toEqual([
      [1, 'FS_GB_CCLNT_SCR'],
      [6, null],
      [7, 'FS_GB_CCLNT_CPLX'],
      [8, null],
      [9, 'FS_GB_ENFMT_SO_ELC'],
      [10, null],
      [11, null],
      [12, 'FS_GB_OPPTS_APPL'],
    ])
  })

  it('TEAM-3 a leader whose access is removed leads no team', () => {
    expect(summary.teamsWithoutLeader).toEqual([])
    const left = staff.map(member =>
      member.number === 'E1-lead'
        ? aMember('E1-lead', 'E1', { roles: ['team-leader'], access: 'removed' })
        : member,
    )
    expect(summaryOfBom(bom, teams, left).teamsWithoutLeader.map(({ id }) => id)).toEqual(['E1'])
  })
})
