import { describe, expect, it } from 'vitest'
import { carriedOver } from '../../../hub/import/carried-over.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anIncident, wholeDetails } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'

const raised = (number: string, more: Parameters<typeof aRequest>[1] = {}) =>
  withHere(aRequest(number, { createdOn: '2026-11-10', ...more }), { raisedBy: staff('N1-1') })
const told = (number: string, createdOn = '2026-11-12') => aRequest(number, { createdOn })

describe('IMP-6 what was raised here has the number of the source once it is there', () => {
  it('with the incident that is about it', () => {
    const ours = raised('ours')
    const group = aCaseGroup({
      serviceRequests: [ours],
      incidents: [anIncident({ serviceRequest: ours.number })],
    })
    expect(carriedOver(group, [told('1-1')])).toMatchObject({
      serviceRequests: [{ number: '1-1', here: ours.here }],
      incidents: [{ serviceRequest: '1-1' }],
    })
  })

  it.each([
    ['without an answer', undefined, '1-1'],
    ['with the desk’s own number', 'new-bcde', '1-1'],
    ['with what somebody else found out', '1-2', '1-2'],
    ['with “No SR”', 'No SR', 'No SR'],
  ])('INC-6 %s to what AAC asks, %s becomes %s', (_, said, answered) => {
    const ours = raised('ours')
    const { serviceRequest: _left, ...others } = wholeDetails
    const details = said === undefined ? others : { ...others, serviceRequest: said }
    const incident = anIncident({ serviceRequest: ours.number, details })
    const group = aCaseGroup({ serviceRequests: [ours], incidents: [incident] })
    const [after] = carriedOver(group, [told('1-1')]).incidents
    expect(after?.details).toEqual({ ...others, serviceRequest: answered })
  })

  it('not where two here would fit one, or it came with an earlier extract', () => {
    const two = aCaseGroup({ serviceRequests: [raised('ours'), raised('mine')] })
    expect(carriedOver(two, [told('1-1')])).toBe(two)
    const known = aCaseGroup({ serviceRequests: [raised('ours'), told('1-1')] })
    expect(carriedOver(known, [told('1-1')])).toBe(known)
  })

  it('not where the source has it from after it was closed here: that is new work', () => {
    const closed = withHere(raised('ours', { status: 'Closed' }), { closedOn: '2026-11-11' })
    const group = aCaseGroup({ serviceRequests: [closed] })
    expect(carriedOver(group, [told('1-1')])).toBe(group)
    expect(carriedOver(group, [told('1-1', '2026-11-11')]).serviceRequests[0]?.number).toBe('1-1')
  })
})
