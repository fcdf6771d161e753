import { describe, expect, it } from 'vitest'
import { detailFaults, numbersHeld } from '../../../shared/domain/detail-faults.ts'
import type { Details } from '../../../shared/domain/incident-details.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const faults = (details: Details, isHeld = numbersHeld(null, index)) =>
  detailFaults(details, isHeld, '2026-11-26').map(({ field, severity }) => `${field}: ${severity}`)

describe('INC-6 numbers of an impossible format', () => {
  it.each<[Details, string]>([
    [{ serviceRequest: 'new-bcde' }, 'serviceRequest: error'],
    [{ serviceRequest: '0193b2c4-7d1e-7abc-8def-0123456789ab' }, 'serviceRequest: error'],
    [{ nino: 'AO123456C' }, 'nino: error'],
    [{ payingParentNino: 'AB12345C' }, 'payingParentNino: error'],
    [{ receivingParentNino: 'AB123456C; QQ123456C' }, 'receivingParentNino: error'],
    [{ scin: '12100000000' }, 'scin: error'],
    [{ caseworkerStaffNumber: '1001234' }, 'caseworkerStaffNumber: error'],
    [{ teamLeaderStaffNumber: '1001234X' }, 'teamLeaderStaffNumber: error'],
    [{ reference: '1?' }, 'reference: warning'],
  ])('%o', (details, fault) => expect(faults(details)).toEqual([fault]))

  it('are a warning where CMS2012 has them so', () => {
    const held = numbersHeld(aCaseGroup({ people: [aPerson('1', { nino: 'AO123456C' })] }), index)
    expect(faults({ nino: 'AO123456C', scin: '1', caseworkerStaffNumber: 'N1-1' }, held)).toEqual([
      'scin: warning',
      'nino: warning',
      'caseworkerStaffNumber: warning',
    ])
  })

  it('leave answers in words and good numbers alone', () => {
    expect(faults(wholeDetails)).toEqual([])
    expect(
      faults({ nino: 'ab 12 34 56 c', receivingParentNino: 'None held; AB123456C', reference: '123/AB456' }),
    ).toEqual([])
  })
})

describe('INC-6 dates', () => {
  it.each(['2026-11-27', '27 November 2026', 'on 3 October 2026 and 4 december 2026'])(
    '%s has not come yet',
    date => {
      expect(faults({ rdoLsdoAttemptedOn: date })).toEqual(['rdoLsdoAttemptedOn: error'])
    },
  )

  it.each(['2026-11-26', '26 November 2026', '31 November 2026', 'Not attempted'])('%s is taken', date => {
    expect(faults({ dateRaised: date, deoDesireFlagSetOn: date })).toEqual([])
  })
})
