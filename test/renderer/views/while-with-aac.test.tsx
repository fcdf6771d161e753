// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const withAac = (more: Partial<CaseGroup> = {}) =>
  aCaseGroup({
    incidents: [anIncident({ state: 'with-aac', number: 'INC77' })],
    lock: aLock({ category: 'incident-with-aac' }),
    ...more,
  })

async function sit(actor: string, groups: readonly CaseGroup[], view: string) {
  const desk = aDesk({ actor, groups, organisation: anOrganisation() })
  const user = await sitDownAt(desk, view)
  screen.getByRole('grid').focus()
  return { desk, user }
}
const waiting = (desk: DeskInMemory) =>
  desk.replica.outbox().map(({ envelope, state }) => [envelope.name, envelope.reason, state.kind])

describe('LOCK-6 work on a group that AAC has an incident of', () => {
  it('ORPH-5, TEAM-1: a service request is assigned, with a reason', async () => {
    const group = withAac({ serviceRequests: [aSpecialistRequest('DNA-1')] })
    const { user, desk } = await sit('DNA-lead', [group], 'requests')
    await user.keyboard('m')
    await user.click(within(pane()).getByRole('radio', { name: /DNA-2/ }))
    await user.click(within(pane()).getByRole('button', { name: 'Assign to Person DNA-2' }))
    await user.type(await within(pane()).findByRole('textbox'), 'A court asks for it.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(waiting(desk)).toEqual([['assign-service-request', 'A court asks for it.', 'waiting']])
  })

  it('TEAM-1: it is shared out, with a reason', async () => {
    const groups = [withAac(), aCaseGroup({ id: number('10000002') })]
    const { user, desk } = await sit('N1-lead', groups, 'case-groups')
    await user.keyboard('xh')
    expect(pane().textContent).not.toContain('left out')
    expect(pane().textContent).toContain('INC77: With AAC')
    const allocate = () => within(pane()).getByRole('button', { name: 'Allocate 1 case group' })
    await user.click(allocate())
    expect(await within(pane()).findByText('Say why it cannot wait for AAC.')).toBeTruthy()
    await user.type(within(pane()).getByRole('textbox'), 'A court asks for it.')
    await user.click(allocate())
    await within(pane()).findByText('1 waiting to be sent.')
    expect(waiting(desk)).toEqual([['allocate-case-group', 'A court asks for it.', 'waiting']])
  })

  it('what was refused is asked again from Needs you, with the reason that was given', async () => {
    const group = withAac({ serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })] })
    const { user, desk } = await sit('N1-lead', [group], 'requests')
    await user.keyboard('s')
    await user.type(await within(pane()).findByRole('textbox'), 'A court asks for it.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    act(() => desk.refuse('Something changed meanwhile.'))
    await user.keyboard('gn')
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'A court asks for it.')
    await user.click(within(pane()).getByRole('button', { name: 'Start' }))
    await within(pane()).findByText(/^Saved on this device/)
    expect(waiting(desk)).toEqual([['start-service-request', 'A court asks for it.', 'waiting']])
  })
})
