// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { acknowledged, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const allocatedNow = (group: CaseGroup): CaseGroup => ({
  ...group,
  history: [
    {
      at: new Date().toISOString(),
      actor: { kind: 'person', staff: staff('N1-mgr') },
      event: { kind: 'allocated', from: null, to: staff('N1-1'), team: team('N1') },
      reason: 'Shared out.',
      batch: null,
    },
  ],
})
const groups = aCaseload(6).map((group, at) => (at === 2 ? allocatedNow(group) : group))
const sit = () => sitDownAt(aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() }), '')

describe('Today', () => {
  it('comes first, and is gone to by g t', async () => {
    const user = await sit()
    expect(screen.getByRole('heading', { level: 1, name: /^Today in Team N1/ })).toBeTruthy()
    await user.keyboard('gl')
    await screen.findByRole('heading', { level: 1, name: /^Locks in/ })
    await user.keyboard('gt')
    expect(await screen.findByRole('heading', { level: 1, name: /^Today in/ })).toBeTruthy()
  })

  it('tells what others changed, by whom and why, and says in words where there is nothing', async () => {
    const user = await sit()
    await user.click(screen.getByRole('row', { name: /1 case group was allocated/ }))
    expect(pane().textContent).toContain('Allocated to Person N1-1')
    expect(pane().textContent).toContain('Person N1-mgr')
    expect(pane().textContent).toContain('Shared out.')
    expect(screen.queryByRole('row', { name: /Nobody else/ })).toBeNull()
    expect(
      screen.getByRole('row', { name: /no case group came back within 28 days of its return/ }),
    ).toBeTruthy()
  })

  it('goes from a line to its list with only what the line is about, by Enter', async () => {
    const user = await sit()
    await user.click(screen.getByRole('row', { name: /1 case group was allocated/ }))
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/Only these: 1 case group was allocated/)).toBeTruthy()
    expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Show the whole list' }))
    expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(7)
  })

  it('says that it is the first look for as long as it is, and not that one looked a week ago', async () => {
    await sit()
    expect(screen.getByText(/This is your first look on this device/)).toBeTruthy()
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(screen.getByText(/This is your first look on this device/)).toBeTruthy()
    expect(screen.queryByText(/You last looked/)).toBeNull()
  })

  it('has no news any more once one says that one has seen it', async () => {
    const user = await sit()
    await user.click(screen.getByRole('button', { name: 'I have seen these' }))
    expect(await screen.findByRole('row', { name: /Nobody else changed anything here/ })).toBeTruthy()
  })
})

describe('ACC-2 Today of somebody who oversees nobody', () => {
  it('a caseworker: what was given to him, one key from his list with that only', async () => {
    const desk = aDesk({
      actor: 'N1-1',
      groups: [allocatedNow(aCaseGroup())],
      organisation: anOrganisation(),
    })
    const user = await sitDownAt(desk, '')
    await screen.findByRole('heading', { level: 1, name: /^My case groups/ })
    await user.keyboard('gt')
    await screen.findByRole('heading', { level: 1, name: /^Today for Person N1-1: / })
    await user.click(screen.getByRole('row', { name: /1 case group was given to you/ }))
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/Only these: 1 case group was given to you/)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: /^My case groups/ })).toBeTruthy()
  })

  it('ORPH-4 local IT: what is new, by number and team, one key from those requests', async () => {
    const recoveries = [aRecovery(), aRecovery({ masterCaseNumber: number('10000002'), acknowledged })]
    const desk = aDesk({ actor: 'it', groups: [], recoveries, organisation: organisationLeft() })
    const user = await sitDownAt(desk, 'today')
    await user.click(await screen.findByRole('row', { name: /1 recovery request is new/ }))
    expect(pane().textContent).toContain('10000001 To be acknowledged')
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Recovery requests to local IT/ })
    expect(within(screen.getByRole('grid')).queryByText('10000002')).toBeNull()
    expect(within(screen.getByRole('grid')).getByText('10000001')).toBeTruthy()
  })
})
