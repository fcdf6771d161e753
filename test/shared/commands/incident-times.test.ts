import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { clockOf } from '../../../shared/domain/incident-clock.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import { anEntry, anIncident, aStep, onlyIncident, type StepAsked, withAac } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'

const withOne = (incident: Incident) => aCaseGroup({ incidents: [incident], lock: aLock() })
const done = (envelope: Envelope, group: CaseGroup, actor = 'N1-1') =>
  outcomeOf(decide(envelope, actor, group))
const step = (name: StepAsked, group: CaseGroup, more: object = {}, actor = 'N1-1') =>
  done(aStep(name, onlyIncident(group), more), group, actor)

const email = (receivedAt: string) => ({ receivedAt, replyTo: 'answers@aac.example', text: 'Retry.' })
const [EARLY, LATE] = ['2026-11-20T14:00:00.000Z', '2026-11-21T08:00:00.000Z']
const waiting = (more: Partial<Incident> = {}) =>
  withOne(withAac({ state: 'email-to-answer', email: email(LATE), ...more }))

describe('INC-10 several emails from AAC', () => {
  it('a second one waits besides the first, and the clock is that of the oldest', () => {
    const both = step('receive-email', waiting(), email(EARLY))
    expect(onlyIncident(both)).toMatchObject({
      state: 'email-to-answer',
      email: email(EARLY),
      laterEmails: [email(LATE)],
    })
    expect(clockOf(onlyIncident(both))).toMatchObject({ due: '2026-11-21T14:00:00.000Z' })
  })

  it('each is answered, the oldest first; the last answer says where it stands', () => {
    const both = step('receive-email', waiting(), email(EARLY)) as CaseGroup
    const one = step('answer-email', both, { successful: false }) as CaseGroup
    expect(onlyIncident(one)).toMatchObject({ state: 'email-to-answer', email: email(LATE), laterEmails: [] })
    expect(onlyIncident(step('answer-email', one))).toMatchObject({ state: 'solved', email: null })
  })

  it('one that comes after what seemed solved is answered, too', () => {
    const solved = withOne(withAac({ state: 'solved' }))
    expect(onlyIncident(step('receive-email', solved))).toMatchObject({ state: 'email-to-answer' })
  })

  it('none came before AAC can have been called, however late the call was written down', () => {
    const history = [
      { ...anEntry('authorise-incident', '2026-11-20T13:20:00.000Z'), to: 'authorised' as const },
      anEntry('raise-with-aac', '2026-11-20T18:00:00.000Z'),
    ]
    const called = withOne(withAac({ raisedAt: '2026-11-18T14:00:00.000Z', history }))
    const refused = (at: string) => step('receive-email', called, email(at))
    expect(refused('2026-11-19T14:00:00.000Z')).toMatch(/before AAC was called/)
    expect(refused('2026-11-20T13:10:00.000Z')).toMatch(/before AAC was called/)
    // By the clock of another desk.
    expect(typeof refused('2026-11-20T13:16:00.000Z')).toBe('object')
    expect(typeof refused('2026-11-20T13:30:00.000Z')).toBe('object')
  })

  it('none came before the incident was raised, where it is not known when it was authorised', () => {
    const called = withOne(withAac({ raisedAt: '2026-11-18T14:00:00.000Z', history: [] }))
    expect(step('receive-email', called, email('2026-11-18T13:58:00.000Z'))).toMatch(/before AAC was called/)
    expect(typeof step('receive-email', called, email('2026-11-18T14:00:00.000Z'))).toBe('object')
  })
})

describe('INC-13, INC-10 what was done offline', () => {
  const late = (issuedAt: string) => ({ ...aStep('answer-email', onlyIncident(waiting())), issuedAt })
  const lastOf = (group: CaseGroup | string) => onlyIncident(group).history.at(-1)

  it('is kept with the time when it was done, beside that at which the hub took it', () => {
    expect(lastOf(done(late('2026-11-21T09:00:00.000Z'), waiting()))).toMatchObject({
      at: '2026-11-21T09:30:00.000Z',
      issuedAt: '2026-11-21T09:00:00.000Z',
    })
  })

  it.each([
    ['2026-11-21T09:00:00.000Z', 'yes'],
    ['2026-11-21T09:00:00.001Z', 'no'],
  ])('an answer of %s was in time: %s, whenever it reached the hub', (issuedAt, inTime) => {
    const group = waiting({ email: email('2026-11-20T09:00:00.000Z') })
    expect(lastOf(done(late(issuedAt), group))).toMatchObject({ facts: { inTime } })
  })
})

describe('INC-3 checking back', () => {
  const resolved = (more: Partial<Incident> = {}) =>
    withOne(anIncident({ state: 'check-back', checkBackOn: '2026-11-22', ...more }))

  it('whoever raised it does not close it before the day that was chosen', () => {
    expect(step('check-back', resolved())).toMatch(/not before: until then only the team leader/)
    expect(typeof step('check-back', resolved({ checkBackOn: '2026-11-21' }))).toBe('object')
    expect(typeof step('check-back', resolved(), { works: false })).toBe('object')
  })

  it('the team leader does, but not his own', () => {
    expect(typeof step('check-back', resolved(), {}, 'N1-lead')).toBe('object')
    expect(step('check-back', resolved({ raisedBy: staff('N1-lead') }), {}, 'N1-lead')).toMatch(/not before/)
  })
})

describe('INC-4, INC-5 what was said of the note', () => {
  it('is in the history', () => {
    const referred = step('refer-incident', withOne(anIncident({ state: 'to-refer' })))
    expect(onlyIncident(referred).history.at(-1)).toMatchObject({ facts: { documented: 'yes' } })
    const called = step('raise-with-aac', withOne(anIncident({ state: 'authorised' })))
    expect(onlyIncident(called).history.at(-1)).toMatchObject({
      facts: { approvalNoted: 'yes', reviewOn: '2026-12-10' },
    })
  })
})
