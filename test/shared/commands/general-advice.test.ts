import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../shared/commands/command.ts'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { AdviceRequest } from '../../../shared/domain/advice.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { maySeeAggregate } from '../../../shared/sync/buckets.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { anEnvelope, decide } from '../../make/a-command.ts'
import { aGeneralRequest, aQuestion } from '../../make/an-advice-request.ts'
import { anOrganisation, aTeam } from '../../make/an-organisation.ts'

const { id } = aGeneralRequest()

const run = (
  name: CommandName,
  args: object,
  actor: string,
  there?: AdviceRequest,
  organisation: Organisation = anOrganisation(),
) => {
  const envelope = anEnvelope(name, { advice: id, ...args }, {}, null)
  return decide(envelope, actor, undefined, organisation, [publicCalendar, ...(there ? [there] : [])])
}
const ask = (more: object = {}, actor = 'N1-1', there?: AdviceRequest) =>
  run('ask-general-advice', { ...aQuestion, ...more }, actor, there)
const answer = (actor: string, there = aGeneralRequest(), answered = 'Yes: PLDMG 4.2.') =>
  run('answer-general-advice', { answer: answered, unanswerable: false }, actor, there)
const left = (decision: Decision) => (decision.ok ? decision.puts[0] : decision.refusal.reason)

describe('ADV-1 advice that is about no case', () => {
  it('is a document of its own, due in ten working days, urgent in 24 hours', () => {
    expect(left(ask())).toMatchObject({
      kind: 'advice-request',
      id,
      team: 'N1',
      advice: { ...aQuestion, askedBy: 'N1-1', dueOn: '2026-12-04', dueAt: null, answer: null },
    })
    expect(left(ask({ urgent: true }))).toMatchObject({ advice: { dueAt: '2026-11-22T09:30:00.000Z' } })
  })

  it('is asked by anybody in a team that is given advice', () => {
    expect(left(ask({}, 'N1-lead'))).toMatchObject({ team: 'N1' })
    expect(left(ask({}, 'it'))).toContain('Only who works in a team')
    const ni = { ...anOrganisation(), teams: [...anOrganisation().teams, aTeam('B1', 'FS_NI_MAINT_MSR')] }
    const staff = ni.staff.map(each => (each.number === 'N1-1' ? { ...each, team: 'B1' as never } : each))
    expect(left(run('ask-general-advice', aQuestion, 'N1-1', undefined, { ...ni, staff }))).toContain(
      'No segment of the operating model gives advice',
    )
  })

  it('ACC-3 names no case and nobody', () => {
    expect(left(ask({ question: 'In 10000001, what now?' }))).toContain(
      'Leave numbers of cases and people out',
    )
    const looked = { ...aQuestion.looked, teamLeader: 'About AB123456C.' }
    expect(left(ask({ looked }))).toContain('Leave numbers of cases and people out')
    expect(left(answer('DNA-1', aGeneralRequest(), 'As for 10000001.'))).toContain('Leave numbers')
  })

  it('is not asked twice under one id, nor under somebody else’s', () => {
    expect(left(ask({}, 'N1-1', aGeneralRequest()))).toContain('It was asked already')
    expect(left(ask({}, 'S1-1', aGeneralRequest()))).toContain('There is no such record')
  })

  it('ACC-2 is seen by whoever asked, the leader of his team, and all of Advice and Guidance', () => {
    const index = indexOrganisation(anOrganisation())
    const seen = index.organisation.staff
      .filter(({ number }) => maySeeAggregate(number, aGeneralRequest(), index, '2026-11-21'))
      .map(({ number }) => number)
    expect(seen.sort()).toEqual(['DNA-1', 'DNA-2', 'DNA-lead', 'DNA-mgr', 'N1-1', 'N1-lead'])
  })
})

describe('ADV-2 an answer to it', () => {
  it('comes from Advice and Guidance, once', () => {
    const answered = left(answer('DNA-2'))
    expect(answered).toMatchObject({ advice: { answer: { by: 'DNA-2', words: 'Yes: PLDMG 4.2.' } } })
    expect(left(answer('N1-lead'))).toContain('Only Advice and Guidance')
    expect(left(answer('S1-1'))).toContain('There is no such request for advice')
    expect(left(answer('DNA-1', answered as AdviceRequest))).toContain('answered already')
  })
})
