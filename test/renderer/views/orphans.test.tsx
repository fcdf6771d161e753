// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { anOrphan, organisationLeft } from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const lost = aRequest('1-1', { holder: staff('N1-gone') })
const live = aCaseGroup({ id: number('10000002'), title: 'Kaur, Priya', serviceRequests: [lost] })

async function sit(groups = [anOrphan(), live]) {
  const desk = aDesk({ actor: 'N1-lead', groups, organisation: organisationLeft() })
  const user = await sitDownAt(desk, 'orphans')
  screen.getByRole('grid').focus()
  return { desk, user }
}

const button = (name: RegExp) => within(screen.getByRole('toolbar')).getByRole('button', { name })

describe('ORPH-5 a row that is only an orphaned service request', () => {
  it('is offered nothing that moves the case group of somebody who is there, but what is its own', async () => {
    await sit([live])
    for (const name of [/^Return/, /^Share out/]) expect(button(name).ariaDisabled).toBe('true')
    expect(button(/^Return/).title).toContain('Only a service request on it is orphaned')
    expect(screen.queryByRole('button', { name: /^Allocate/ })).toBeNull()
    expect(button(/^Assign/).ariaDisabled).not.toBe('true')
    expect(button(/^Ask IT/).ariaDisabled).not.toBe('true')
  })

  it('is left out where all are selected, and the preview says so and why', async () => {
    const { desk, user } = await sit()
    await user.keyboard('{Control>}a{/Control}r')
    expect(within(pane()).getByRole('heading', { level: 2 }).textContent).toBe('Return 1 case group')
    expect(pane().textContent).toContain('1 is left out')
    expect(pane().textContent).toContain('10000002 Kaur, Priya service request 1-1')
    await user.click(within(pane()).getByRole('button', { name: 'Return 1 case group' }))
    await within(pane()).findByText('1 waiting to be sent.')
    expect(desk.replica.caseGroup(live.id)?.holder).toBe('N1-1')
  })

  it('is not shared out either', async () => {
    const { user } = await sit()
    await user.keyboard('{Control>}a{/Control}h')
    expect(within(pane()).getByRole('heading', { level: 2 }).textContent).toBe('Share out 1 case group')
    expect(pane().textContent).toContain('1 is left out')
  })
})
