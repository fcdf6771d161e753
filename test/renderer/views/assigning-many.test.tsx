// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const groups = ['10000001', '10000002', '10000003'].map((id, at) =>
  aCaseGroup({
    id: id as ReturnType<typeof aCaseGroup>['id'],
    serviceRequests: [aSpecialistRequest(`DNA-${at === 2 ? 2 : 1}`, { number: `1-${at}` as never })],
  }),
)

const sit = async () => {
  const desk = aDesk({ actor: 'DNA-lead', groups, organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'requests')
  screen.getByRole('grid').focus()
  await user.keyboard('{Control>}a{/Control}m')
  return { desk, user }
}

const holders = (desk: ReturnType<typeof aDesk>) =>
  [...desk.replica.caseGroups().values()].flatMap(({ serviceRequests }) =>
    serviceRequests.map(({ holder }) => holder),
  )

describe('ORPH-5 TEAM-2 the requests of somebody who is away, given away at once', () => {
  it('by keyboard: who can be given how many, what becomes of each, and a receipt from which they are taken back', async () => {
    const { desk, user } = await sit()
    expect(within(pane()).getByRole('heading', { level: 2 }).textContent).toBe('Assign 3 service requests')
    expect(within(pane()).getByText('can be given 2 of 3', { exact: false })).toBeTruthy()
    await user.click(within(pane()).getByRole('radio', { name: /Person DNA-2/ }))
    expect(pane().textContent).toContain('2 to Person DNA-2')
    expect(pane().textContent).toContain('1 cannot be done')
    expect(pane().textContent).toContain('That is who has it already.')
    await user.click(within(pane()).getByRole('button', { name: 'Assign 2 service requests' }))
    expect((await within(pane()).findByRole('status')).textContent).toBe('2 waiting to be sent.')
    expect(holders(desk)).toEqual([staff('DNA-2'), staff('DNA-2'), staff('DNA-2')])
    await user.click(within(pane()).getByRole('button', { name: 'Take back 2 changes' }))
    expect(await within(pane()).findByText('2 taken back.')).toBeTruthy()
    expect(holders(desk)).toEqual([staff('DNA-1'), staff('DNA-1'), staff('DNA-2')])
  })

  it('TEAM-1 what somebody else gave away meanwhile is not taken from there', async () => {
    const { desk, user } = await sit()
    await user.click(within(pane()).getByRole('radio', { name: /Person DNA-2/ }))
    const [first] = groups
    if (!first) throw new Error('There is a group.')
    const [request] = first.serviceRequests
    const elsewhere = { ...first, serviceRequests: [{ ...request, holder: staff('DNA-3') }] }
    act(() => desk.put(elsewhere as typeof first))
    expect(pane().textContent).toContain('1 to Person DNA-2')
    expect(pane().textContent).toContain('Somebody else has it since you looked.')
  })

  it('asks nothing before somebody is chosen', async () => {
    const { desk, user } = await sit()
    await user.click(within(pane()).getByRole('button', { name: 'Assign' }))
    expect(desk.replica.outbox()).toEqual([])
  })
})
