import { describe, expect, it } from 'vitest'
import {
  endStates,
  incidentStates,
  incidentSteps,
  isOpenIncident,
  isWithAac,
  stepOf,
  stepsFrom,
} from '../../../shared/domain/incident-steps.ts'

const names = Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]

const opened = {
  consulting: 'resolve-incident ask-for-information send-to-advice direct-referral',
  'information-needed': 'give-information',
  'check-back': 'check-back',
  'with-advice': 'return-from-advice',
  'to-refer': 'refer-incident complete-details',
  referred: 'authorise-incident send-back-incident complete-details',
  'local-action': 'refer-incident complete-details',
  authorised: 'raise-with-aac complete-details',
  rejected: 'raise-with-aac complete-details record-rejection hand-over-retries',
  'with-aac': 'arrange-call-back record-resolution receive-email hand-over-retries',
  'call-back': 'arrange-call-back record-resolution receive-email hand-over-retries',
  escalated: 'receive-email hand-over-retries',
  'email-to-answer': 'answer-email receive-email hand-over-retries',
  solved: 'close-incident receive-email hand-over-retries',
} as const

describe('INC-14, INC-3, INC-5, INC-8, INC-9: the steps that are open in each state, as the rules have them', () => {
  it.each(Object.entries(opened))('%s', (state, steps) => {
    expect(stepsFrom(state as keyof typeof opened)).toEqual([
      ...steps.split(' '),
      'join-incident',
      'withdraw-incident',
    ])
  })

  it.each(endStates)('%s: none', state => {
    expect(stepsFrom(state)).toEqual([])
  })
})

describe('INC-14 the life cycle', () => {
  it('every state but the ends has a way on, and the ends have none', () => {
    for (const state of incidentStates) {
      const leaves = stepsFrom(state).some(name => stepOf(name).to.some(to => to !== state))
      expect([state, leaves]).toEqual([state, isOpenIncident({ state })])
    }
  })

  it('every state can be reached from the first, and from every one an end', () => {
    const reached = (from: string) => {
      const found = new Set<string>([from])
      for (const state of found)
        for (const name of names)
          if (stepOf(name).from.some(each => each === state)) for (const to of stepOf(name).to) found.add(to)
      return found
    }
    expect([...reached('consulting')].sort()).toEqual([...incidentStates].sort())
    for (const state of incidentStates) expect(endStates.some(end => reached(state).has(end))).toBe(true)
  })

  it('LOCK-6, INC-17: once with AAC it stays there until it is closed or withdrawn', () => {
    for (const state of incidentStates.filter(each => isWithAac({ state: each })))
      for (const name of stepsFrom(state))
        for (const to of stepOf(name).to)
          expect([name, isWithAac({ state: to }) || !isOpenIncident({ state: to })]).toEqual([name, true])
  })
})
