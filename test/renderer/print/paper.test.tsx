// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { aDataException } from '../../make/a-data-exception.ts'
import { aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { aGeneralRequest } from '../../make/an-advice-request.ts'
import { aDesk } from '../make/a-desk.ts'
import { aDesktop } from '../make/a-desktop.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const exception = aDataException('a', { caseGroups: [number('10000001'), number('10000099')] })

async function sit(actor: string, view: string) {
  const desk = aDesk({
    actor,
    groups: actor === 'it' ? [] : [aCaseGroup({ serviceRequests: [aRequest('1-7')] })],
    recoveries: [aRecovery()],
    exceptions: [exception],
    advice: [aGeneralRequest()],
    organisation: organisationLeft(),
  })
  const desktop = aDesktop()
  const user = await sitDownAt(desk, view, undefined, desktop)
  screen.queryByRole('grid')?.focus()
  return { desk, desktop, user }
}

/** What goes to paper when the browser prints. */
function printed(): string {
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  const paper = document.querySelector('.paper')?.textContent ?? 'the desk itself'
  act(() => void window.dispatchEvent(new Event('afterprint')))
  return paper
}

describe('from the pane, what it explains goes to paper', () => {
  it.each([
    ['it', 'recovery', 'Recovery requestCase group 10000001'],
    ['N1-mgr', 'data-exceptions', 'Data exception'],
    ['N1-lead', 'advice', 'Request for advice'],
    ['N1-lead', 'requests', 'A service request and its case group'],
    ['N1-lead', 'case-groups', 'McLaughlin, Aoife 10000001'],
  ])('for %s in %s', async (actor, view, words) => {
    await sit(actor, view)
    pane().focus()
    expect(printed()).toMatch(new RegExp(`^${words}`))
  })

  it('ORPH-4: of a recovery request numbers only, and how it stands', async () => {
    await sit('it', 'recovery')
    pane().focus()
    const paper = printed()
    expect(paper).toContain('Master case10000001')
    expect(paper).toContain('What happened')
    expect(paper).not.toContain('McLaughlin')
  })

  it('IMP-1: of a data exception every case group by number, seen or not', async () => {
    await sit('N1-mgr', 'data-exceptions')
    pane().focus()
    expect(printed()).toContain('10000099 not among the case groups that you see')
  })

  it.each([
    ['N1-lead', 'today'],
    ['N1-mgr', 'team'],
    ['N1-mgr', 'teams'],
    ['N1-mgr', 'segment-map'],
  ])('for %s in %s, where it explains no record, the list', async (actor, view) => {
    await sit(actor, view)
    pane().focus()
    expect(printed()).not.toMatch(/no longer with you|the desk itself/)
    expect(printed()).toContain('Team Leader Desk, printed on')
  })
})

describe('to paper goes', () => {
  it('the open receipt, of a recovery too', async () => {
    const { user } = await sit('it', 'recovery')
    await user.keyboard('y')
    await user.type(within(pane()).getByRole('textbox'), 'INC0042{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    expect(printed()).toMatch(/^ReceiptAsked: acknowledge 1 request/)
  })

  it('never the desk itself: an empty list is an empty page', async () => {
    const desk = aDesk({ actor: 'it', groups: [], organisation: organisationLeft() })
    await sitDownAt(desk, 'recovery')
    expect(printed()).toMatch(/^RecoveryNothing is listed here/)
  })

  it('what the menu names, or it says why there is none', async () => {
    const { desktop } = await sit('it', 'recovery')
    // The menu follows when nothing has changed for a moment.
    const item = (id: string) => desktop.menu().find(each => each.id === id)
    await expect.poll(() => item('print-record')?.enabled).toBe(true)
    expect(item('print-incident')?.enabled).toBe(false)
    expect(item('print-group')?.enabled).toBe(false)
  })
})
