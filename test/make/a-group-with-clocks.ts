import { aCaseGroup, aLock, aRequest } from './a-case-group.ts'
import { anAdviceRequest } from './an-advice-request.ts'
import { anIncident } from './an-incident.ts'
import { TODAY } from './readings.ts'

const email = { receivedAt: '2026-11-20T15:20:00Z', replyTo: 'aac@example.test', text: 'Try it again.' }

/** A case group for which a clock of nearly every kind runs. */
export const busy = aCaseGroup({
  lock: aLock({ reviewOn: '2026-11-24' }),
  serviceRequests: [
    aRequest('late', { dueOn: '2026-11-10' }),
    aRequest('soon', { dueOn: '2026-11-25' }),
    aRequest('undated', { dueOn: null }),
    aRequest('closed', { dueOn: '2026-11-11', status: 'Closed' }),
    anAdviceRequest('DNA-1', { number: 'asked' as never }),
    anAdviceRequest(
      'DNA-1',
      { number: 'urgent' as never, dueOn: TODAY },
      { urgent: true, dueAt: '2026-11-21T10:00:00Z', dueOn: TODAY },
    ),
  ],
  incidents: [
    anIncident({ state: 'email-to-answer', email }),
    anIncident({ id: 'i2' as never, state: 'check-back', checkBackOn: '2026-11-23' }),
    anIncident({ id: 'i3' as never, state: 'call-back', callBackAt: '2026-11-21T14:00:00Z' }),
    anIncident({ id: 'i4' as never, state: 'with-aac' }),
  ],
})
