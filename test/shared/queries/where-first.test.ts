import { describe, expect, it } from 'vitest'
import { type FirstAnswers, whereFirst, whereFirstWords } from '../../../shared/queries/where-first.ts'

const nothing: FirstAnswers = { local: null, payments: null, advice: null }
const no: FirstAnswers = { local: 'no', payments: 'no', advice: 'no' }

describe('INC-1, INC-2, INC-3 where a problem belongs first', () => {
  it('is known with the first answer that sends it elsewhere, and the form with the last', () => {
    expect(whereFirst(nothing)).toBeNull()
    expect(whereFirst({ ...nothing, local: 'smart-card' })).toBe('local-it')
    expect(whereFirst({ ...no, payments: 'finance-not-asked', advice: 'yes' })).toBe('finance')
    expect(whereFirst({ ...no, advice: 'yes' })).toBe('advice')
    expect(whereFirst({ ...no, local: 'passed-back', payments: 'finance-asked' })).toBe('form')
  })

  it('says what to do there and what then, in sentences', () => {
    expect(whereFirstWords('finance', true)).toBe(
      'Discuss it with your Local Finance SPOC first. Once they were asked, choose “Yes, and the Local Finance SPOC was asked”: the form asks what they said.',
    )
  })

  it('ADV-1 a question is a service request only where it is about a case', () => {
    const request = 'as a service request of the type Advice request'
    expect(whereFirstWords('advice', true)).toContain(request)
    expect(whereFirstWords('advice', false)).not.toContain('service request')
    expect(whereFirstWords('advice', false)).toContain('as a question about no case, once procedures')
  })
})
