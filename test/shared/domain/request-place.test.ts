import { describe, expect, it } from 'vitest'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { requestPlaceOf } from '../../../shared/domain/request-place.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { organisationLeft } from '../../make/a-recovery.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { aMember, staff, team } from '../../make/an-organisation.ts'

const movers = [
  aMember('N1-moved', 'S1', { movedOn: '2026-11-10', previousTeam: team('N1') }),
  aMember('DNA-moved', 'S1', { movedOn: '2026-11-10', previousTeam: team('DNA') }),
]
const index = indexOrganisation(organisationLeft(movers))
const group = aCaseGroup({ team: team('N2'), holder: staff('N2-1') })
const north = 'FS_GB_MAINT_NO_MSR'

describe('SR-5 a service request is directed', () => {
  it('by the team of whoever holds it, whoever’s case group it is on', () => {
    const held = aRequest('1', { holder: staff('N1-1') })
    expect(requestPlaceOf(held, group, index)).toEqual({ team: 'N1', segment: north })
  })
})

describe('ORPH-2 an orphaned service request', () => {
  it('is with its group where it is case-owning, not with the team its holder went to or left', () => {
    const left = aRequest('1', { holder: staff('N1-moved') })
    expect(requestPlaceOf(left, group, index)).toEqual({ team: 'N2', segment: north })
  })

  it.each(['DNA-moved', 'DNA-gone'])('is with the specialist team that %s left', holder => {
    expect(requestPlaceOf(aSpecialistRequest(holder), group, index)).toEqual({
      team: 'DNA',
      segment: 'FS_GB_CCLNT_DNA',
    })
  })

  it('waits in the segment that it routes to where the team is not known (ALLOC-9)', () => {
    expect(requestPlaceOf(aSpecialistRequest('nobody knows'), group, index)).toEqual({
      team: null,
      segment: 'FS_GB_CCLNT_DNA',
    })
  })
})
