// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const lookAt = (group: CaseGroup) =>
  sitDownAt(aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() }), 'case-groups')

describe('SR-1 a service request that somebody else holds', () => {
  it('is flagged where the group’s holder ought to do it, and only named where a specialist does', async () => {
    const holder = staff('N1-2')
    const kind = 'functionally-unique'
    await lookAt(
      aCaseGroup({ serviceRequests: [aRequest('1-1', { holder }), aRequest('1-2', { holder, kind })] }),
    )
    const flags = await within(pane()).findAllByText(/not by the group’s holder/)
    expect(flags.map(({ className }) => className)).toEqual(['tag tag-warn'])
    expect(pane().textContent).toContain('specialist work, held by Person N1-2')
  })
})

describe('SR-6 an open request of the group', () => {
  it('leads to the service requests, with the focus on it', async () => {
    const user = await lookAt(
      aCaseGroup({ serviceRequests: [aRequest('1-1', { dueOn: '2026-11-30' }), aRequest('1-2')] }),
    )
    await user.click(await within(pane()).findByRole('link', { name: 'Change of address 1-2' }))
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Service requests')
    expect((await within(pane()).findByRole('heading', { name: /Change of address/ })).textContent).toContain(
      '1-2',
    )
  })
})

describe('LOCK-4 a lock that was overruled', () => {
  const at = (day: string, event: HistoryEvent): HistoryEntry => ({
    at: `${day}T10:00:00Z`,
    actor: { kind: 'person', staff: staff('N1-lead') },
    event,
    reason: null,
    batch: null,
  })
  const mark = { setBy: staff('N1-1'), since: '2026-09-03T10:00:00Z' }
  const overruled = at('2026-10-01', { kind: 'lock-overruled', ...mark })
  const segment = aCaseGroup().segment
  const returned = { kind: 'returned', from: null, segment, lockCleared: mark } as const

  it('is explained until there was another, even one that was cleared with a return', async () => {
    await lookAt(aCaseGroup({ history: [overruled] }))
    expect(pane().textContent).toContain('was overruled on 1 October 2026')
    cleanup()
    await lookAt(aCaseGroup({ history: [at('2026-11-02', returned), overruled] }))
    expect(pane().textContent).toContain('Not locked.')
    expect(pane().textContent).not.toContain('was overruled on')
  })
})
