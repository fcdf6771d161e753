// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const groups = [
  aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] }),
  aCaseGroup({
    id: number('10000002'),
    serviceRequests: [aSpecialistRequest('DNA-2', { number: 'fu-2' as never })],
  }),
]

describe('BOM-2 a team of specialists', () => {
  it('says what each has of service requests, nothing of case groups, and Enter shows those', async () => {
    const desk = aDesk({ actor: 'DNA-lead', groups, organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'team')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Team DNA: 2 specialists, 2 service requests',
    )
    expect(screen.getByRole('grid', { name: 'Specialists' })).toBeTruthy()
    const titles = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(titles).toEqual(['Specialist', 'Requests', 'Overdue', 'This week', 'Notes'])
    expect(pane().textContent).not.toContain('case group')
    await user.click(screen.getByRole('row', { name: /Person DNA-1/ }))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Service requests with Person DNA-1: 1' })
    expect(within(screen.getByRole('grid')).queryByText('10000002')).toBeNull()
    await user.keyboard('gs')
    await screen.findByRole('heading', { level: 1, name: /^Service requests with Team DNA: 2/ })
  })

  it('ORPH-2 leads from one who left to the orphans, which have his requests', async () => {
    const there = anOrganisation()
    const left = { access: 'removed', accessEndedOn: '2026-11-10' } as const
    const organisation = {
      ...there,
      staff: there.staff.map(each => (each.number === staff('DNA-1') ? { ...each, ...left } : each)),
    }
    const user = await sitDownAt(aDesk({ actor: 'DNA-lead', groups, organisation }), 'team')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
      /^Team DNA: 1 specialist, 1 who left/,
    )
    expect(screen.getByText('Team DNA · 1 specialist, 1 who left')).toBeTruthy()
    await user.click(screen.getByRole('row', { name: /Person DNA-1/ }))
    expect(within(pane()).getByRole('button', { name: 'Show the orphans' })).toBeTruthy()
    screen.getByRole('grid').focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Orphans/ })
    expect(within(screen.getByRole('grid')).getAllByRole('row').length).toBeGreaterThan(1)
  })
})

describe('SR-5 a team of caseworkers', () => {
  it('leads from each to his service requests too', async () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1'), aRequest('2')] })
    const user = await sitDownAt(
      aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() }),
      'team',
    )
    await user.click(screen.getByRole('row', { name: /Person N1-1/ }))
    await user.click(within(pane()).getByRole('button', { name: 'Show 2 service requests' }))
    await screen.findByRole('heading', { level: 1, name: /^Service requests with Person N1-1: 2/ })
  })
})
