import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import { commands } from '../../../shared/commands/commands.ts'
import { incidentSteps } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, decide } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { aQuestion } from '../../make/an-advice-request.ts'
import { anIncident, aStep, type StepAsked, stepArgs } from '../../make/an-incident.ts'

// DNA-1 holds request 2 of a group that is N1-1's.
const group = aCaseGroup({
  serviceRequests: [aRequest('1'), aSpecialistRequest('DNA-1', { number: '2' as never })],
  post: [aLetter('p1')],
})
const locked = { ...group, lock: aLock() }
const id = { masterCaseNumber: group.id }
const { segment } = group

const terms = { category: 'other-client-benefit', reviewOn: '2026-12-01' }
const fields = { type: 'Compliance check', raisedAgainst: 'pp', case: null, dueOn: '2026-12-24' }

/** What would be asked of the group itself; a command that is not here is not about a group. */
const onTheGroup: Partial<Record<CommandName, readonly [args: object, saw: object]>> = {
  'allocate-case-group': [
    { ...id, team: 'N1', holder: 'N1-2' },
    { team: 'N1', holder: 'N1-1' },
  ],
  'answer-advice': [{ ...id, request: '1', answer: 'x', unanswerable: false }, {}],
  'apply-allocation-drift': [id, { segment, destination: segment }],
  'ask-advice': [{ ...id, raisedAgainst: 'pp', case: null, ...aQuestion }, {}],
  'assign-service-request': [{ ...id, request: '2', holder: 'DNA-2' }, { holder: 'DNA-1' }],
  'carry-on': [{ ...id, request: '2' }, {}],
  'clear-lock': [id, { since: aLock().since, destination: segment }],
  'close-service-request': [{ ...id, request: '1', outcome: null }, { destination: null }],
  'complete-activity': [{ ...id, request: '1', sequence: 2 }, {}],
  'complete-post': [{ ...id, post: 'p1' }, {}],
  'create-service-request': [{ ...id, ...fields, background: null, flipsTo: null }, {}],
  'keep-lock': [
    { ...id, keepUntil: '2026-12-01', category: null },
    { since: aLock().since, renewals: 0 },
  ],
  'reopen-activity': [{ ...id, request: '1', sequence: 1 }, {}],
  'request-recovery': [{ ...id, request: '2' }, { holder: 'DNA-1' }],
  'settle-drift': [{ ...id, fields: ['holder'], take: 'ours' }, { fields: [] }],
  'set-lock': [{ ...id, ...terms }, { segment }],
  'start-service-request': [{ ...id, request: '1' }, {}],
}

/** They name the group, and read nothing but the request that local IT was sent (ORPH-4). */
const onRecovery: readonly string[] = [
  'acknowledge-recovery',
  'chase-recovery',
  'confirm-recovery',
  'refuse-recovery',
  'withdraw-recovery',
]

/** Anybody on the staff raises an incident, and joins one that he sees (INC-2, INC-15). */
const anybodys: readonly string[] = ['raise-incident', 'join-incident']
const stepsOfIncident = (Object.keys(stepArgs) as StepAsked[]).filter(name => !anybodys.includes(name))

describe('ALLOC-9 a specialist sees the case group read-only', () => {
  it.each(Object.entries(onTheGroup))('%s is refused with a sentence', (name, [args, saw]) => {
    const decision = decide(anEnvelope(name as CommandName, args, saw), 'DNA-1', locked)
    expect(decision).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
    if (!decision.ok) expect(decision.refusal.reason).toMatch(/^[A-Z].+\.$/)
  })

  it.each(stepsOfIncident)('%s of somebody else’s incident is, too', name => {
    const incident = anIncident({ state: incidentSteps[name].from[0] })
    const decision = decide(aStep(name, incident), 'DNA-1', { ...locked, incidents: [incident] })
    expect(decision).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  it('so is returning it', () => {
    expect(decide(aReturn(group), 'DNA-1', group)).toMatchObject({ refusal: { kind: 'not-allowed' } })
  })

  it('every command on a case group is among these', () => {
    const others = commands.filter(
      ({ name }) =>
        !(name in onTheGroup) &&
        name !== 'return-to-segment' &&
        ![...onRecovery, ...anybodys, ...stepsOfIncident].includes(name),
    )
    for (const { args } of others) expect(Object.keys(args.shape)).not.toContain('masterCaseNumber')
  })

  it('his own request is his', () => {
    const complete = anEnvelope('complete-activity', { ...id, request: '2', sequence: 2 }, {})
    expect(decide(complete, 'DNA-1', group).ok).toBe(true)
  })
})
