// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
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
