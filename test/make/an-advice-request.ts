import type { Advice, AdviceId, AdviceRequest } from '../../shared/domain/advice.ts'
import type { ServiceRequest } from '../../shared/domain/case-group.ts'
import { withHere } from '../../shared/domain/request-here.ts'
import { aSpecialistRequest } from './a-request-command.ts'
import { staff, team } from './an-organisation.ts'

export const aQuestion = {
  urgent: false,
  question: 'Which date does the change of income count from?',
  looked: { procedures: 'income change date', pldmg: null, teamLeader: null },
  incident: null,
}

/** Asked by N1-1 on Friday 20 November 2026, due in five working days. */
export const anAdvice = (more: Partial<Advice> = {}): Advice => ({
  ...aQuestion,
  askedBy: staff('N1-1'),
  askedAt: '2026-11-20T10:00:00Z',
  division: 'northern-ireland',
  dueAt: null,
  dueOn: '2026-11-27',
  answer: null,
  ...more,
})

/** A service request that asks for advice about the paying parent, in the north. */
export const anAdviceRequest = (
  holder: string | null,
  more: Partial<ServiceRequest> = {},
  advice: Partial<Advice> = {},
): ServiceRequest =>
  withHere(aSpecialistRequest(holder, { type: 'Advice request', dueOn: '2026-11-27', ...more }), {
    advice: anAdvice(advice),
  })

/** One that is about no case. */
export const aGeneralRequest = (more: Partial<Advice> = {}): AdviceRequest => ({
  kind: 'advice-request',
  id: '01922b7e-0000-7000-8000-00000000a001' as AdviceId,
  team: team('N1'),
  advice: anAdvice({ dueOn: '2026-12-04', ...more }),
})
