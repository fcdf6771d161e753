// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const answer = withHere(aSpecialistRequest('DNA-1', { status: 'Closed' }), {
  closedOn: '2026-11-20',
  outcome: 'He is the father.',
})
const groups = [
  aCaseGroup({ id: number('10000001'), serviceRequests: [answer], lock: aLock() }),
  aCaseGroup({
    id: number('10000002'),
    serviceRequests: [aRequest('1-2', { dueOn: '2026-11-01' })],
    post: [aLetter('P-2')],
  }),
  aCaseGroup({ id: number('10000003') }),
]
const deskOf = (actor: string, held = groups) =>
  aDesk({ actor, groups: held, organisation: anOrganisation() })
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })

describe('a caseworker’s desk', () => {
  it('starts with his case groups, and says how many are to be returned (RTS-7)', async () => {
    await sitDownAt(deskOf('N1-1'), '')
    expect(await heading(/^My case groups: 3, 2 to return$/)).toBeTruthy()
    const rail = screen.getByRole('navigation', { name: 'Views' })
    expect(await within(rail).findByRole('link', { name: /^My case groups ?3$/ })).toBeTruthy()
    expect(within(rail).queryByText('Orphans')).toBeNull()
  })

  it('SR-7 shows a specialist’s answer first, with his note, and a key carries on', async () => {
    const desk = deskOf('N1-1')
    const user = await sitDownAt(desk, '')
    expect(await within(pane()).findByText('He is the father.')).toBeTruthy()
    await user.keyboard('c')
    expect(desk.replica.outbox().map(({ envelope }) => envelope.name)).toEqual(['carry-on'])
  })

  it('RTS-1 refuses to return a group with open work and lists it, when the key is pressed', async () => {
    const user = await sitDownAt(deskOf('N1-1', groups.slice(1, 2)), '')
    await heading(/^My case groups: 1$/)
    await user.keyboard('r')
    const said = (await screen.findByText('Return to segment:')).closest('[role=status]')
    expect(said?.textContent).toMatch(/It has open work: .+, .+\. Only a team leader can return it/)
    await user.keyboard('j')
    expect(screen.queryByText('Return to segment:')).toBeNull()
  })

  it('RTS-1 returns one without open work, without a reason', async () => {
    const desk = deskOf('N1-1', groups.slice(2))
    const user = await sitDownAt(desk, 'returns')
    await heading(/^My case groups to return: 1$/)
    await user.keyboard('r')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(desk.replica.outbox().map(({ envelope }) => [envelope.name, envelope.reason])).toEqual([
      ['return-to-segment', null],
    ])
  })

  it('LOCK-9 offers to clear his lock, and leaves the review to those who review (LOCK-8)', async () => {
    await sitDownAt(deskOf('N1-1'), 'locks')
    expect(await heading(/^My locks: 1/)).toBeTruthy()
    const toolbar = screen.getByRole('toolbar', { name: 'With the selected case groups' })
    expect(within(toolbar).getByRole('button', { name: /^Clear/ })).toBeTruthy()
    expect(within(toolbar).queryByRole('button', { name: /^Keep|^Review/ })).toBeNull()
  })
})

describe('ACC-1 a view of another role, whose address somebody sent', () => {
  it('says that it is not on one’s desk, and leads to what is', async () => {
    const user = await sitDownAt(deskOf('N1-1'), 'orphans')
    expect(await heading(/^Orphans is not on your desk$/)).toBeTruthy()
    expect(screen.getByText(/It is for other roles than yours \(caseworker\)/)).toBeTruthy()
    expect(screen.queryByRole('grid')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Go to My case groups' }))
    expect(await heading(/^My case groups/)).toBeTruthy()
  })
})

describe('a specialist’s desk', () => {
  it('ACC-2 starts with his requests, and says why the group is only to be read', async () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] })
    await sitDownAt(deskOf('DNA-1', [group]), '')
    expect(await heading(/^My service requests: 1/)).toBeTruthy()
    expect(
      await within(pane()).findByText(/^You can read this case group, not change it: you hold its/),
    ).toBeTruthy()
    expect(within(pane()).queryByText('If you return it')).toBeNull()
  })
})
