import { describe, expect, it } from 'vitest'
import type { AdviceAnswer } from '../../../shared/domain/advice.ts'
import { adviceRows, adviceToDo } from '../../../shared/queries/advice-rows.ts'
import { aGeneralRequest } from '../../make/an-advice-request.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const answer = (at: string, unanswerable = false): AdviceAnswer => ({
  by: staff('DNA-1'),
  at,
  words: 'Yes.',
  unanswerable,
})
const advice = [
  aGeneralRequest({ answer: answer('2026-11-01T10:00:00Z') }),
  aGeneralRequest(),
  aGeneralRequest({ answer: answer('2026-11-20T10:00:00Z') }),
  aGeneralRequest({ urgent: true, dueOn: '2026-11-22', dueAt: '2026-11-22T09:00:00Z' }),
  aGeneralRequest({ answer: answer('2026-11-20T11:00:00Z', true) }),
]
const rowsFor = (actor: string) => {
  const rows = adviceRows(readingsFor(actor, [], anOrganisation(), undefined, { advice }))
  return {
    sections: rows.map(({ section, request }) => `${section} ${request.advice.dueOn}`),
    toDo: adviceToDo(rows),
  }
}

describe('ADV-1 the list of advice about no case', () => {
  it('is for whoever asked: what cannot be answered and what was answered lately come first (ADV-3)', () => {
    expect(rowsFor('N1-1')).toEqual({
      sections: [
        'unanswerable 2026-12-04',
        'news 2026-12-04',
        'waiting 2026-11-22',
        'waiting 2026-12-04',
        'answered 2026-12-04',
      ],
      toDo: 2,
    })
  })

  it('is for Advice and Guidance: what is to be answered comes first, by its deadline', () => {
    expect(rowsFor('DNA-2')).toEqual({
      sections: [
        'to-answer 2026-11-22',
        'to-answer 2026-12-04',
        'answered 2026-12-04',
        'answered 2026-12-04',
        'answered 2026-12-04',
      ],
      toDo: 2,
    })
  })
})
