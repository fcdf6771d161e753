import { describe, expect, it } from 'vitest'
import {
  employmentDetails,
  incidentDetails,
  missingDetails,
  missingForReferral,
  withDetails,
} from '../../../shared/domain/incident-details.ts'
import { wholeDetails } from '../../make/an-incident.ts'

describe('INC-6 what AAC would reject it for', () => {
  it('is every field without an answer, in AAC’s order', () => {
    expect(missingDetails({}, 'none')).toEqual(incidentDetails)
    expect(missingDetails({ ...wholeDetails, nino: ' ' }, 'none')).toEqual(['nino'])
  })

  it('“None held” is an answer', () => {
    expect(missingDetails({ ...wholeDetails, reference: 'None held' }, 'none')).toEqual([])
  })

  it.each(['missing-from-interface', 'evidence-of-out-of-date'] as const)(
    'has the employment block where it is %s',
    concern => expect(missingDetails(wholeDetails, concern)).toEqual(employmentDetails),
  )
})

describe('INC-4 what a referral lacks', () => {
  it('is one of the numbers, one of the names, and the rest', () => {
    expect(missingForReferral({})).toEqual([
      'caseNumber',
      'payingParent',
      'scin',
      'dateRaised',
      'procedure',
      'procedureStep',
    ])
    expect(missingForReferral({ ...wholeDetails, caseNumber: '', payingParent: '' })).toEqual([])
  })
})

describe('details', () => {
  it('an emptied field has no answer any more, the others keep theirs', () => {
    expect(withDetails({ scin: '1', nino: 'a' }, { nino: '', team: 'N1' })).toEqual({ scin: '1', team: 'N1' })
  })
})
