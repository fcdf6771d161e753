import { describe, expect, it } from 'vitest'
import { carriedOver } from '../../../hub/import/carried-over.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { followRecovery } from '../../../shared/domain/follow-recovery.ts'
import type { SrNumber } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import {
  aLostRequest,
  anAsking,
  aRecovery,
  decideIn,
  onRecovery,
  organisationLeft,
  recoveryAfter,
} from '../../make/a-recovery.ts'
import { askedOf } from '../../make/a-request-command.ts'
import { anIncident, aRaising, wholeDetails } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'

const OURS = '01a21b9e-b069-7533-8c24-e733e0558983'
const MINE = '01a21b9e-b080-70de-af4a-b849bbf9fac3'

const raised = (number: string, more: Parameters<typeof aRequest>[1] = {}) =>
  withHere(aRequest(number, { createdOn: '2026-11-10', ...more }), { raisedBy: staff('N1-1') })
const told = (number: string, createdOn = '2026-11-12') => aRequest(number, { createdOn })

describe('IMP-6 what was raised here has the number of the source once it is there', () => {
  it('with the incident that is about it', () => {
    const ours = raised(OURS)
    const group = aCaseGroup({
      serviceRequests: [ours],
      incidents: [anIncident({ serviceRequest: ours.number })],
    })
    expect(carriedOver(group, [told('1-1')])).toMatchObject({
      serviceRequests: [{ number: '1-1', here: { ...ours.here, raisedAs: OURS } }],
      incidents: [{ serviceRequest: '1-1' }],
    })
  })

  it.each([
    ['without an answer', undefined, '1-1'],
    ['with the desk’s own number', 'new-bcde', '1-1'],
    ['with what somebody else found out', '1-2', '1-2'],
    ['with “No SR”', 'No SR', 'No SR'],
  ])('INC-6 %s to what AAC asks, %s becomes %s', (_, said, answered) => {
    const ours = raised(OURS)
    const { serviceRequest: _left, ...others } = wholeDetails
    const details = said === undefined ? others : { ...others, serviceRequest: said }
    const incident = anIncident({ serviceRequest: ours.number, details })
    const group = aCaseGroup({ serviceRequests: [ours], incidents: [incident] })
    const [after] = carriedOver(group, [told('1-1')]).incidents
    expect(after?.details).toEqual({ ...others, serviceRequest: answered })
  })

  it('INC-13 what AAC was told, or what has ended, is as it was', () => {
    const ours = raised(OURS)
    const { serviceRequest: _left, ...details } = wholeDetails
    const incident = anIncident({ serviceRequest: ours.number, details, state: 'closed' })
    const group = aCaseGroup({ serviceRequests: [ours], incidents: [incident] })
    expect(carriedOver(group, [told('1-1')]).incidents).toEqual([{ ...incident, serviceRequest: '1-1' }])
  })

  it('not where two here would fit one, or it came with an earlier extract', () => {
    const two = aCaseGroup({ serviceRequests: [raised(OURS), raised(MINE)] })
    expect(carriedOver(two, [told('1-1')])).toBe(two)
    const known = aCaseGroup({ serviceRequests: [raised(OURS), told('1-1')] })
    expect(carriedOver(known, [told('1-1')])).toBe(known)
  })

  it('not where the source has it from after it was closed here: that is new work', () => {
    const closed = withHere(raised(OURS, { status: 'Closed' }), { closedOn: '2026-11-11' })
    const group = aCaseGroup({ serviceRequests: [closed] })
    expect(carriedOver(group, [told('1-1')])).toBe(group)
    expect(carriedOver(group, [told('1-1', '2026-11-11')]).serviceRequests[0]?.number).toBe('1-1')
  })
})

describe('IMP-6 what was begun under the number it had here goes on', () => {
  const made = '0190f000-0000-7000-8000-000000000001'
  const ours = raised(made)
  const after = carriedOver(aCaseGroup({ serviceRequests: [ours] }), [told('4-1')])

  it('an activity, a closing and an incident that waited offline', () => {
    const worked = askedOf('complete-activity', { request: made, sequence: 2 })(after, 'N1-1') as CaseGroup
    expect(worked).toMatchObject({
      serviceRequests: [{ number: '4-1', activities: [{ status: 'Done' }, { status: 'Done' }] }],
    })
    const closing = askedOf(
      'close-service-request',
      { request: made, outcome: 'Found.' },
      { destination: null },
    )
    expect(closing(worked, 'N1-1')).toMatchObject({ serviceRequests: [{ number: '4-1', status: 'Closed' }] })
    const raising = outcomeOf(
      decide(aRaising({ masterCaseNumber: after.id, serviceRequest: made }), 'N1-1', after),
    )
    expect(raising).toMatchObject({ incidents: [{ serviceRequest: '4-1' }] })
  })

  it('it is shown by the number that CMS2012 gave it, and never takes a second one', () => {
    const [numbered] = after.serviceRequests
    expect(numbered && requestNumber(numbered)).toBe('4-1')
    expect(requestNumber(ours)).toBe('new-0001')
    expect(carriedOver(after, [told('4-2')])).toBe(after)
  })

  it('ORPH-5: the recovery of an orphan, which IT finds by the new number and everybody asks by the old', () => {
    const organisation = organisationLeft()
    const index = indexOrganisation(organisation)
    const lost = withHere(aLostRequest(made), { raisedBy: staff('N1-1') })
    const asked = aRecovery({ serviceRequest: { number: lost.number, kind: 'functionally-unique' } })
    const group = carriedOver(aCaseGroup({ serviceRequests: [lost] }), [aLostRequest('4-9')])
    const followed = followRecovery(asked, group, index, { by: null, at: NOW })
    expect(followed).toMatchObject({
      id: asked.id,
      serviceRequest: { number: '4-9', askedAs: made },
      end: null,
      team: 'DNA',
    })
    expect(followRecovery(followed, group, index, { by: null, at: NOW })).toBe(followed)
    // Asked again by its new number, it is the same one.
    const again = decide(anAsking(group.id, '4-9' as SrNumber, 'DNA-gone'), 'DNA-lead', group, organisation, [
      followed,
    ])
    expect(recoveryAfter(again)).toContain('IT has been asked for it already')
    // Given to somebody, it ends with it.
    const saw = { holder: 'DNA-gone' }
    const args = { masterCaseNumber: group.id, request: '4-9', holder: 'DNA-1' }
    const given = decide(anEnvelope('assign-service-request', args, saw), 'DNA-lead', group, organisation, [
      followed,
    ])
    expect(recoveryAfter(given)).toMatchObject({ id: asked.id, end: { kind: 'assigned' } })
    const acknowledging = onRecovery('acknowledge-recovery', followed, { request: made, reference: 'INC1' })
    expect(recoveryAfter(decideIn({ recoveries: [followed] }, acknowledging, 'it'))).toMatchObject({
      acknowledged: { reference: 'INC1' },
    })
  })
})
