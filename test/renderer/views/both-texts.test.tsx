// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEntry, anIncident, wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

/** A step that was asked for and refused, and how the group is by now, seen in Needs you. */
async function refused(name: string, before: CaseGroup, args: object, saw: object, now: CaseGroup | null) {
  const desk = aDesk({ actor: 'N1-1', groups: [before], organisation: anOrganisation() })
  const given = { masterCaseNumber: before.id, incident: before.incidents[0]?.id, ...args }
  const { stored } = await desk.perform([{ name, args: given, saw: { turn: 0, ...saw } } as never], null)
  expect(stored).toHaveLength(1)
  desk.refuse('Somebody else was first.')
  if (now) desk.put(now)
  const user = await sitDownAt(desk, 'needs-you')
  screen.getByRole('grid').focus()
  await within(pane()).findByText(/^The hub refused it/)
  return { desk, user }
}

const authorised: Partial<Incident> = {
  state: 'authorised',
  authorised: { by: 'N1-lead', at: '2026-11-20T12:00:00.000Z', readConsultation: true } as never,
}
const number = { outcome: { number: 'INC770042' }, approvalNoted: true, reviewOn: '2026-12-10' }

describe('INC-14 two who write apart', () => {
  it('INC-6: of the same field both texts are shown, and who filled it in', async () => {
    const { background: _, ...details } = wholeDetails
    const filled = {
      ...anEntry('complete-details', '2026-11-21T09:00:00.000Z'),
      facts: { background: 'Since May.' },
    }
    await refused(
      'complete-details',
      with1({ state: 'to-refer', details }),
      { details: { background: 'Since Monday.' } },
      { answers: {} },
      with1({ state: 'to-refer', details: { ...details, background: 'Since May.' }, history: [filled] }),
    )
    for (const told of ['Since Monday.', 'Since May.', 'Completed the details', 'Person N1-1'])
      expect(pane().textContent).toContain(told)
    expect(pane().textContent).not.toContain('You gave no reason')
  })

  it('INC-8: what AAC said in two calls: both numbers, and every step since', async () => {
    const called = { ...anEntry('raise-with-aac', '2026-11-21T09:00:00.000Z'), facts: { number: 'INC1' } }
    const arranged = {
      ...anEntry('arrange-call-back', '2026-11-21T09:10:00.000Z'),
      command: 'later' as never,
      facts: { callBackAt: '2026-11-23T14:00:00.000Z' },
    }
    await refused(
      'raise-with-aac',
      with1(authorised),
      number,
      {},
      with1({ ...authorised, state: 'call-back', turn: 2, number: 'INC1', history: [called, arranged] }),
    )
    for (const told of ['INC770042', 'INC1', 'Called AAC', '23 November 2026 at 14:00'])
      expect(pane().textContent).toContain(told)
  })
})

describe('INC-8 and RTS-8 the number of a call on a group that is gone', () => {
  const before = aCaseGroup({
    incidents: [anIncident(authorised)],
    lock: aLock({ category: 'incident-with-aac' }),
  })

  it('is shown, with what is to be done with it; of the case nothing', async () => {
    const { desk } = await refused('raise-with-aac', before, number, {}, null)
    act(() => desk.lose(before.id))
    expect(pane().textContent).toContain('AAC gave the number INC770042')
    expect(pane().textContent).toContain('Tell your team leader')
    expect(pane().textContent).not.toContain('10 December')
    expect(within(pane()).queryByRole('button', { name: /^Write it again/ })).toBeNull()
  })
})
