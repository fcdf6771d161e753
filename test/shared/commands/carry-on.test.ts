import { describe, expect, it } from 'vitest'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'

const answered = withHere(aSpecialistRequest('DNA-1', { status: 'Closed' }), { closedOn: '2026-11-20' })
const carryOn = askedOf('carry-on')

describe('SR-7 carrying on from what a specialist found', () => {
  it('is noted with the day, in a case group that is open', () => {
    expect(carryOn(aCaseGroup({ serviceRequests: [answered] }), 'N1-1')).toMatchObject({
      serviceRequests: [{ here: { carriedOnOn: '2026-11-21' } }],
    })
  })

  it('ALLOC-13: not in a case group that is closed', () => {
    const over = aCaseGroup({ status: 'Closed', serviceRequests: [answered] })
    expect(carryOn(over, 'N1-lead')).toContain('The case group is closed')
  })
})
