import { describe, expect, it } from 'vitest'
import type { IncidentState } from '../../../shared/domain/incident-steps.ts'
import { detailsBehind } from '../../../shared/queries/details-behind.ts'
import { knownDetails } from '../../../shared/queries/incident-prefill.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const { index } = readingsFor('N1-1', [])
const TODAY = '2026-11-21'
const request = aRequest('7', { status: 'Started' })
const group = aCaseGroup({ serviceRequests: [request] })
const details = knownDetails({ group, request }, staff('N1-1'), index, '2026-11-20')
const raised = (more: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({ state: 'authorised', serviceRequest: request.number, details, ...more })
const behind = (incident = raised(), now = group) =>
  detailsBehind(incident, now, index, TODAY).map(({ field, words }) => `${field}: ${words}`)

describe('INC-6 what AAC is told is how it is on the day of the call', () => {
  it('nothing is behind on the day after, its date of raising included', () => {
    expect(behind()).toEqual([])
  })

  it('says what the record has now of the service request', () => {
    const closed = aCaseGroup({ serviceRequests: [{ ...request, status: 'Closed' }] })
    expect(behind(raised(), closed)).toEqual(['serviceRequestStatus: The record says “Closed” now.'])
  })

  it('says whose staff numbers and team they are once another answers AAC', () => {
    expect(behind(raised({ retriesBy: staff('N2-1') }))).toEqual([
      'team: The record says “Team N2” now.',
      'caseworkerStaffNumber: The record says “N2-1” now.',
      'teamLeaderStaffNumber: The record says “N2-lead” now.',
    ])
  })

  it('leaves alone what is missing, and what nobody can change any more', () => {
    const { team: _team, ...without } = details
    expect(behind(raised({ retriesBy: staff('N1-2'), details: without }))).toEqual([
      'caseworkerStaffNumber: The record says “N1-2” now.',
    ])
    const stale = { ...details, team: 'Another' }
    const inState = (state: IncidentState) => behind(raised({ state, details: stale })).length
    expect([inState('rejected'), inState('with-aac'), inState('closed')]).toEqual([1, 0, 0])
  })
})
