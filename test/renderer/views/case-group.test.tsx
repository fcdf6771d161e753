// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/react'
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
