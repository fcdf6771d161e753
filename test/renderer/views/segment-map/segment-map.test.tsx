// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { TeamId } from '../../../../shared/domain/ids.ts'
import { aCaseGroup, aLock, number } from '../../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../../make/a-request-command.ts'
import { aMember, anOrganisation } from '../../../make/an-organisation.ts'
import { aDesk } from '../../make/a-desk.ts'
import { pane, sitDownAt } from '../../make/sit-down.tsx'

afterEach(cleanup)

const organisation = anOrganisation()
const groups = [
  aCaseGroup({ id: number('10000001') }),
  aCaseGroup({ id: number('10000002'), compliant: false }),
  aCaseGroup({ id: number('10000003'), compliant: false, lock: aLock() }),
]

describe('BOM-3 the list of the segment map', () => {
  it('begins at one’s own segment and says what would go out of it', async () => {
    const user = await sitDownAt(aDesk({ actor: 'N1-lead', groups, organisation }), 'segment-map')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Segment map: 3 case groups, 1 belong elsewhere, 1 held by a lock',
    )
    expect(pane().textContent).toContain('FS_GB_MAINT_NO_MSR')
    expect(pane().textContent).toContain('Maintenance, NO, MSR, Great Britain')
    expect(pane().textContent).toContain('1 case group to ENFMT_NO_ELC GB1 more held by a lock')
    expect(pane().textContent).toContain('3 case groups: 1 would move now; 1 would, but for a lock.')
    await user.keyboard('{Home}')
    expect(pane().textContent).toContain('paying parents outside the United Kingdom')
  })

  it('BOM-5 names the country that lacks a rank', async () => {
    await sitDownAt(aDesk({ actor: 'N1-lead', groups, organisation }), 'segment-map')
    expect(screen.getByText(/^7\. .* · Northern Ireland has none$/)).toBeTruthy()
  })

  it('says whose case groups are counted, and that there are none', async () => {
    await sitDownAt(aDesk({ actor: 'N1-lead', groups: [], organisation }), 'segment-map')
    expect(
      screen.getByText(/Team N1 and the queue of its segment\. What others hold is not counted/),
    ).toBeTruthy()
    expect(screen.getByText(/^None of the case groups that you may see/)).toBeTruthy()
  })

  it('says which of its flows are drawn, where that is not all of them', async () => {
    const owners = organisation.bom.segments.filter(({ kind }) => kind === 'case-owning')
    const astray = owners.flatMap(({ name }, at) =>
      [false, true].map((compliant, other) =>
        aCaseGroup({
          id: number(String(20_000_000 + at * 2 + other)),
          segment: name,
          team: null,
          holder: null,
          compliant,
          serviceRequests: [aSpecialistRequest('DNA-1')],
        }),
      ),
    )
    await sitDownAt(aDesk({ actor: 'DNA-1', groups: astray, organisation }), 'segment-map')
    expect(
      screen.getByText(/Of 34 flows, those of the segment in focus are drawn, at most 24, or the largest 12/),
    ).toBeTruthy()
  })

  it.each([null, 'N1' as TeamId])(
    'BOM-5 shows the whole model to service management, whose team, %s, does its work for no segment',
    async team => {
      const kept = anOrganisation({ staff: [aMember('sm', team, { roles: ['service-management'] })] })
      const user = await sitDownAt(aDesk({ actor: 'sm', groups: [], organisation: kept }), 'segment-map')
      expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
        /^Segment map: \d+ segments in \d+ ranks$/,
      )
      expect(screen.getByText(/No case group is sent to your desk, so none is counted\./)).toBeTruthy()
      expect(screen.getAllByText(/^1\. /)).not.toEqual([])
      await user.keyboard('{Home}')
      expect(pane().textContent).toContain('FS_GB_CCLNT_SCR')
      expect(pane().textContent).not.toMatch(/Your segment|Another segment|Would go out/)
      expect(screen.getAllByRole('columnheader').map(each => each.textContent)).toEqual([
        'Segment',
        'Takes',
        'Teams',
      ])
      expect(await screen.findByRole('img', { name: /^Drawing of \d+ segments/ })).toHaveProperty(
        'ariaLabel',
        expect.not.stringMatching(/case group|flow/),
      )
    },
  )

  it('ACC-2 shows nothing to somebody who works in no team', async () => {
    const it = anOrganisation({ staff: [aMember('it', null, { roles: ['local-it'] })] })
    await sitDownAt(aDesk({ actor: 'it', groups: [], organisation: it }), 'segment-map')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Segment map is not on your desk')
    expect(screen.queryByRole('grid')).toBeNull()
  })
})
