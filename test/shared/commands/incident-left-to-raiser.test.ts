import { describe, expect, it } from 'vitest'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { incidentNamed, withAac } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'

describe('LOCK-6 two incidents with AAC, each with a raiser of its own', () => {
  const group = aCaseGroup({
    holder: staff('N1-1'),
    lock: aLock(),
    serviceRequests: [aRequest('sr-new', { status: 'Not Started', activities: [] })],
    incidents: [withAac(), withAac({ id: incidentNamed('2'), raisedBy: staff('N1-lead') })],
  })
  const completing = (reason: string | null) =>
    anEnvelope('start-service-request', { masterCaseNumber: group.id, request: 'sr-new' }, {}, reason)

  it.each(['N1-1', 'N1-lead'])(
    '%s, who raised only one of them, takes further action with a reason only',
    actor => {
      expect(outcomeOf(decide(completing(null), actor, group))).toMatch(
        /^not-possible: An incident is with AAC/,
      )
      expect(typeof outcomeOf(decide(completing('The client is waiting.'), actor, group))).toBe('object')
    },
  )

  it('one who raised both needs none', () => {
    const both = { ...group, incidents: [withAac(), withAac({ id: incidentNamed('2') })] }
    expect(typeof outcomeOf(decide(completing(null), 'N1-1', both))).toBe('object')
  })
})
