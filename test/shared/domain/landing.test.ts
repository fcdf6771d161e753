import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { land, withHolder } from '../../../shared/domain/landing.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const requests = [
  aRequest('1'),
  aRequest('2', { status: 'Closed' }),
  aRequest('3', { kind: 'functionally-unique', holder: staff('DNA-1') }),
]
const group = aCaseGroup({ serviceRequests: requests })

describe('TEAM-1 a group lands', () => {
  it('in the queue of the only team of its segment', () => {
    expect(land(group, segment('FS_GB_MAINT_SO_MSR'), index)).toMatchObject({
      team: 'S1',
      holder: null,
      assignedOn: null,
    })
  })

  it('in the segment’s queue where there are more teams', () => {
    expect(land(group, segment('FS_GB_MAINT_NO_MSR'), index)).toMatchObject({ team: null, holder: null })
  })

  it('in the segment’s queue where it has no team yet', () => {
    expect(land(group, segment('FS_GB_CCLNT_APPS'), index)).toMatchObject({
      segment: 'FS_GB_CCLNT_APPS',
      team: null,
      holder: null,
      assignedOn: null,
    })
  })
})

describe('ALLOC-7 and SR-1 requests go with the group', () => {
  it('unassigns the open case-owning ones; a specialist keeps his, a closed one its last holder', () => {
    const landed = land(group, segment('FS_GB_MAINT_SO_MSR'), index)
    expect(landed.serviceRequests.map(({ holder }) => holder)).toEqual([null, 'N1-1', 'DNA-1'])
  })

  it('follow the new holder, one held by another too', () => {
    const astray = aCaseGroup({ serviceRequests: [aRequest('1', { holder: staff('N2-1') })] })
    expect(withHolder(astray, staff('N1-2'), '2026-11-21').serviceRequests[0]).toMatchObject({
      holder: 'N1-2',
      here: { assignedOn: '2026-11-21' },
    })
  })
})

it('ALLOC-1: wherever it lands it has one segment, and a team of that segment or none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...index.bom.caseOwning.keys()), name => {
      const landed = land(group, name, index)
      expect(landed.segment).toBe(name)
      expect(landed.team === null || index.teams.get(landed.team)?.segment === name).toBe(true)
    }),
  )
})
