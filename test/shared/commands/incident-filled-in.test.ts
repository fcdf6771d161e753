import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import { anIncident, aStep, onlyIncident, type StepAsked, wholeDetails } from '../../make/an-incident.ts'

const seen = anIncident({ state: 'rejected' })
const groupWith = (incident: Incident) => aCaseGroup({ incidents: [incident], lock: aLock() })

/** Asked as `seen` was, and heard when it is as `present`. */
function heard(name: StepAsked, present: Incident, more: object, as = seen): Incident | string {
  const outcome = outcomeOf(decide(aStep(name, as, more), 'N1-lead', groupWith(present)))
  return typeof outcome === 'string' ? outcome : onlyIncident(outcome)
}
const filled = (present: Incident, details: object) => heard('complete-details', present, { details })
const withDetails = (details: object) => ({ ...seen, details: { ...wholeDetails, ...details } })

describe('INC-6 two who fill in the details apart', () => {
  it('each keeps his answer where the fields differ', () => {
    const present = withDetails({ nino: 'CE987654D' })
    expect(filled(present, { procedureStep: '5' })).toMatchObject({
      details: { nino: 'CE987654D', procedureStep: '5' },
    })
  })

  it('of the same field the first stands, and the second is told which', () => {
    const present = withDetails({ procedureStep: '4' })
    expect(filled(present, { procedureStep: '5', nino: 'None held' })).toBe(
      'changed: Somebody else filled this in since you looked: Procedure step number. See what is there now, and fill it in again where yours is right.',
    )
    expect(filled(present, { procedureStep: '' })).toMatch(/^changed/)
  })

  it('who says the same, or has seen the answer, is not refused', () => {
    const present = withDetails({ procedureStep: '4' })
    expect(filled(present, { procedureStep: '4' })).toMatchObject({ details: { procedureStep: '4' } })
    expect(heard('complete-details', present, { details: { procedureStep: '5' } }, present)).toMatchObject({
      details: { procedureStep: '5' },
    })
  })

  it('an answer taken out meanwhile is a change, too', () => {
    expect(filled(withDetails({ procedureStep: undefined }), { procedureStep: '5' })).toMatch(/^changed/)
  })

  it('nor is another word on employment information written over', () => {
    const present: Incident = { ...seen, employment: 'missing-from-interface' }
    const more = { details: {}, employment: 'evidence-of-out-of-date' }
    expect(heard('complete-details', present, more)).toMatch(/^changed: .*Employment/i)
    expect(heard('complete-details', seen, more)).toMatchObject({ employment: more.employment })
  })

  it('a referral writes over no answer that its user did not see', () => {
    const toRefer = anIncident({ state: 'to-refer' })
    const present = { ...toRefer, details: { ...wholeDetails, procedureStep: '4' } }
    const more = { details: { procedureStep: '5' } }
    const outcome = outcomeOf(decide(aStep('refer-incident', toRefer, more), 'N1-1', groupWith(present)))
    expect(outcome).toMatch(/^changed/)
  })

  it('what was sent before answers were seen, too, writes into empty fields only', () => {
    const step = aStep('complete-details', seen, { details: { procedureStep: '5' } })
    const before = { ...step, saw: { turn: seen.turn } }
    expect(outcomeOf(decide(before, 'N1-lead', groupWith(seen)))).toMatch(/^changed/)
    const empty = groupWith(withDetails({ procedureStep: undefined }))
    expect(decide(before, 'N1-lead', empty).ok).toBe(true)
  })
})

describe('INC-8, INC-11 two who say apart why it was rejected, or who retries', () => {
  it('the first reason stands', () => {
    const present = { ...seen, rejection: 'The NINO is of somebody else.' }
    const more = { words: 'The SR number is wrong.' }
    expect(heard('record-rejection', present, more)).toMatch(/^changed/)
    expect(heard('record-rejection', present, more, present)).toMatchObject({ rejection: more.words })
  })

  it('the first who got the retries has them', () => {
    const present = { ...seen, retriesBy: 'N1-2' as Incident['raisedBy'] }
    const more = { retriesBy: 'N1-1' }
    expect(heard('hand-over-retries', present, more)).toMatch(/^changed/)
    expect(heard('hand-over-retries', present, more, present)).toMatchObject({ retriesBy: 'N1-1' })
  })
})
