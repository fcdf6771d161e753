import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { isNews } from '../../../shared/domain/request-here.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aSpecialistRequest, askedOf } from '../../make/a-request-command.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'

const given = { answer: 'From the date of the change: regulation 14.', unanswerable: false }
const answer = askedOf('answer-advice', given)
const asked = (holder: string | null = 'DNA-1', more: object = {}, advice: object = {}) =>
  aCaseGroup({ serviceRequests: [anAdviceRequest(holder, more, advice)] })
const requestIn = (outcome: CaseGroup | string) => {
  if (typeof outcome === 'string') throw new Error(outcome)
  return outcome.serviceRequests[0]
}

describe('ADV-2 an answer', () => {
  it('is recorded with who gave it and when, and changes nothing on the group', () => {
    const group = asked()
    const answered = answer(group, 'DNA-1')
    expect(requestIn(answered)).toMatchObject({
      status: 'Closed',
      holder: 'DNA-1',
      here: {
        outcome: given.answer,
        closedOn: '2026-11-21',
        changed: null,
        advice: {
          answer: { by: 'DNA-1', at: '2026-11-21T09:30:00.000Z', words: given.answer, unanswerable: false },
        },
      },
    })
    if (typeof answered === 'string') throw new Error(answered)
    const { serviceRequests: _, history, ...rest } = answered
    const { serviceRequests: __, history: ___, ...before } = group
    expect(rest).toEqual(before)
    expect(history[0]).toMatchObject({ event: { kind: 'request-closed', changed: null } })
  })

  it('SR-2 leaves no activity open, started or not, and those done before as they were', () => {
    const notStarted = requestIn(answer(asked('DNA-1', { status: 'Not Started', activities: [] }), 'DNA-1'))
    expect(notStarted?.here?.startedOn).toBe('2026-11-21')
    expect(notStarted?.activities.map(({ name, status }) => [name, status])).toEqual([
      ['Read question', 'Done'],
      ['Find policy', 'Done'],
      ['Write advice', 'Done'],
    ])
    const done = { sequence: 1, name: 'Read question', status: 'Done', doneOn: '2026-11-20' }
    const open = { sequence: 2, name: 'Find policy', status: 'Open', doneOn: null }
    const begun = requestIn(answer(asked('DNA-1', { status: 'Started', activities: [done, open] }), 'DNA-1'))
    expect(begun?.activities).toEqual([done, { ...open, status: 'Done', doneOn: '2026-11-21' }])
  })

  it('SR-7 is news to the case owner, who carries on', () => {
    const answered = answer(asked(), 'DNA-1')
    const request = requestIn(answered)
    expect(request && isNews(request)).toBe(true)
    const carried = askedOf('carry-on')(answered as CaseGroup, 'N1-1')
    expect(requestIn(carried)?.here?.carriedOnOn).toBe('2026-11-21')
  })

  it('is given once, by the specialist, his leader or his manager', () => {
    for (const person of ['DNA-1', 'DNA-lead', 'DNA-mgr'])
      expect(answer(asked(), person)).not.toBeTypeOf('string')
    expect(answer(asked(), 'N1-lead')).toContain('You see it read-only')
    expect(answer(asked(null), 'DNA-lead')).toContain('Assign it first')
    expect(answer(answer(asked(), 'DNA-1') as CaseGroup, 'N1-mgr')).toContain('not-allowed')
  })

  it('is for what was asked in the desk; what came with an extract is closed with a note', () => {
    const extract = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1', { type: 'Advice request' })] })
    expect(answer(extract, 'DNA-1')).toContain('close it with a note')
    const closing = askedOf('close-service-request', { outcome: 'x' }, { destination: null })
    expect(closing(asked('DNA-1', { activities: [] }), 'DNA-1')).toContain('It asks for advice: answer it')
  })
})

describe('ADV-3 what cannot be answered there', () => {
  it('says so, with the words that go on to an incident', () => {
    const refer = askedOf('answer-advice', { answer: 'A fault of CMS2012.', unanswerable: true })
    expect(requestIn(refer(asked(), 'DNA-1'))?.here?.advice).toMatchObject({
      question: 'Which date does the change of income count from?',
      looked: { procedures: 'income change date' },
      answer: { words: 'A fault of CMS2012.', unanswerable: true },
    })
  })
})
