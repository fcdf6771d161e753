import { describe, expect, it } from 'vitest'
import { missingDetails } from '../../../shared/domain/incident-details.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { knownDetails } from '../../../shared/queries/incident-prefill.ts'
import { whereFirst } from '../../../shared/queries/where-first.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const { index } = readingsFor('N1-1', [])
const TODAY = '2026-11-21'
const request = aRequest('7', { status: 'Started' })
const group = aCaseGroup({ serviceRequests: [request] })

describe('INC-6 what the desk fills in by itself', () => {
  it('is all but background, procedure, message, other information and reference, from a service request', () => {
    const known = knownDetails({ group, request }, staff('N1-1'), index, TODAY)
    expect(known).toMatchObject({
      serviceRequest: '7',
      serviceRequestStatus: 'Started',
      dateRaised: '21 November 2026',
      team: 'Team N1',
      caseworkerStaffNumber: 'N1-1',
      teamLeaderStaffNumber: 'N1-lead',
      scin: group.payingParent,
    })
    expect(missingDetails(known, 'none')).toEqual([
      'background',
      'procedure',
      'procedureStep',
      'errorMessage',
      'otherInformation',
      'reference',
    ])
  })

  it('is no number of a request that was raised here: CMS2012 does not know it yet, so AAC would miss it', () => {
    const raisedHere = withHere(aRequest('0193b2c4-7d1e-7abc-8def-0123456789ab'), { raisedBy: staff('N1-1') })
    const known = knownDetails({ group, request: raisedHere }, staff('N1-1'), index, TODAY)
    expect(known.serviceRequest).toBeUndefined()
    expect(missingDetails(known, 'none')).toContain('serviceRequest')
    const carriedIn = { ...raisedHere, number: '2-1ABC123' as never }
    expect(knownDetails({ group, request: carriedIn }, staff('N1-1'), index, TODAY)).toMatchObject({
      serviceRequest: '2-1ABC123',
    })
  })

  it('answers with “None held” and “No case affected” where there is nothing', () => {
    const poor = aCaseGroup({ people: group.people.map(person => ({ ...person, nino: null })) })
    expect(knownDetails({ group: poor, request: null }, staff('N1-1'), index, TODAY).nino).toBe('None held')
    expect(knownDetails({ group: null, request: null }, staff('N1-1'), index, TODAY)).toMatchObject({
      caseNumber: 'No case affected',
      serviceRequest: 'No SR',
    })
  })
})

describe('INC-1 where a problem belongs first', () => {
  const no = { local: 'no', payments: 'no', advice: 'no' } as const
  it('is local IT, then the Local Finance SPOC, then Advice and Guidance, then the incident', () => {
    expect(whereFirst(no)).toBe('form')
    expect(whereFirst({ ...no, local: 'smart-card', payments: 'finance-not-asked' })).toBe('local-it')
    expect(whereFirst({ ...no, payments: 'finance-not-asked', advice: 'yes' })).toBe('finance')
    expect(whereFirst({ ...no, advice: 'yes' })).toBe('advice')
  })

  it('goes on where local IT passed it back and the SPOC was asked, and is not known before all is answered', () => {
    expect(whereFirst({ local: 'passed-back', payments: 'finance-asked', advice: 'no' })).toBe('form')
    expect(whereFirst({ ...no, advice: null })).toBeNull()
  })
})
