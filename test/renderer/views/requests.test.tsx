// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aPerson, aRequest } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const sit = async (actor: string, group: CaseGroup) => {
  const desk = aDesk({ actor, groups: [group], organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'requests')
  screen.getByRole('grid').focus()
  return { desk, user }
}
const requestOf = (desk: Awaited<ReturnType<typeof sit>>['desk']) =>
  [...desk.replica.caseGroups().values()][0]?.serviceRequests ?? []

describe('SR-2 working a request by keyboard', () => {
  const unstarted = aCaseGroup({
    serviceRequests: [
      aRequest('1', {
        status: 'Not Started',
        activities: [],
        flipsTo: 'compliant=N',
        type: 'Compliance check',
      }),
      aRequest('2', { dueOn: null }),
    ],
  })

  it('starts it, ticks off its plan and closes it, with the move and the other work said beforehand', async () => {
    const { user, desk } = await sit('N1-1', unstarted)
    await within(pane()).findByText(/^Starting it makes the plan/)
    expect(pane().textContent).toContain('Moves to ENFMT_NO_ELC GB when this completes')
    await user.keyboard('s')
    for (const box of await within(pane()).findAllByRole('checkbox')) {
      box.focus()
      await user.keyboard(' ')
    }
    expect(pane().textContent).toContain('Plan: 5 of 5 done')
    expect(within(pane()).getAllByText('Intended')).toHaveLength(5)
    screen.getByRole('grid').focus()
    await user.keyboard('f')
    expect(within(pane()).getByText('Change of address, Person N1-1')).toBeTruthy()
    await user.keyboard('Nothing was paid.{Control>}{Enter}{/Control}')
    expect(requestOf(desk)[0]).toMatchObject({ status: 'Closed', here: { outcome: 'Nothing was paid.' } })
    expect(desk.replica.outbox()).toHaveLength(7)
  })

  it('ALLOC-6: says on the group where it goes when the request completes', async () => {
    await sit('N1-1', unstarted)
    const words = 'Moves to ENFMT_NO_ELC GB when Compliance check 1 completes.'
    expect(await within(pane()).findByText(words)).toBeTruthy()
  })
})

describe('SR-3 and SR-4 raising one', () => {
  const group = aCaseGroup({ serviceRequests: [aRequest('1')] })

  it('says what is missing, and takes one there; then where it will go, and keeps the background', async () => {
    const { user, desk } = await sit('N1-1', group)
    await user.keyboard('n')
    await user.click(within(pane()).getByRole('button', { name: 'Raise the service request' }))
    const summary = await within(pane()).findByRole('alert')
    expect(summary.textContent).toContain('Choose a type')
    await user.click(within(summary).getByRole('button', { name: 'Choose a type' }))
    expect(document.activeElement).toBe(within(pane()).getByLabelText('Type'))
    await user.selectOptions(within(pane()).getByLabelText('Type'), 'Parentage dispute')
    expect(pane().textContent).not.toContain('Give the date when it is due')
    await user.selectOptions(within(pane()).getByLabelText('Raised against'), 'rp')
    expect(pane().textContent).toContain('Priya Kaur, whom it is raised against, lives at BS1 1AA in South')
    await user.click(within(pane()).getByRole('button', { name: 'Raise the service request' }))
    expect((await within(pane()).findByRole('alert')).textContent).toContain('Write a note of background')
    await user.type(within(pane()).getByLabelText('Background for the specialist'), 'He denies it.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('New request intended')).toBeTruthy()
    expect(requestOf(desk)[1]).toMatchObject({
      kind: 'functionally-unique',
      raisedAgainst: 'rp',
      here: { background: 'He denies it.' },
    })
  })

  it('says that a background is not sent with case-owning work, and does not send it', async () => {
    const { user, desk } = await sit('N1-1', group)
    await user.keyboard('n')
    const type = within(pane()).getByLabelText('Type')
    await user.selectOptions(type, 'Parentage dispute')
    await user.type(within(pane()).getByLabelText('Background for the specialist'), 'He denies it.')
    expect(pane().textContent).not.toContain('is not sent')
    await user.selectOptions(type, 'Compliance check')
    expect(pane().textContent).toContain('The background you wrote is not sent')
    await user.selectOptions(type, 'Parentage dispute')
    expect(within(pane()).getByDisplayValue('He denies it.')).toBeTruthy()
    await user.selectOptions(type, 'Compliance check')
    await user.click(within(pane()).getByRole('button', { name: 'Raise the service request' }))
    expect(desk.replica.outbox()[0]?.envelope.args).toMatchObject({ background: null })
  })

  it('offers what a type may change, and nothing else', async () => {
    const { user } = await sit('N1-1', group)
    await user.keyboard('n')
    expect(within(pane()).queryByLabelText('What it changes when it completes')).toBeNull()
    await user.selectOptions(within(pane()).getByLabelText('Type'), 'Compliance check')
    const options = within(within(pane()).getByLabelText('What it changes when it completes')).getAllByRole(
      'option',
    )
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Nothing',
      'the paying parent becomes non-compliant',
      'the paying parent becomes compliant',
    ])
  })
})

describe('ACC-2 a specialist', () => {
  it('reads the group, and works his own request', async () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1'), aRequest('2')] })
    const { desk, user } = await sit('DNA-1', group)
    expect(screen.getAllByRole('row')).toHaveLength(3)
    expect(screen.queryByRole('button', { name: /New service request/ })).toBeNull()
    await user.keyboard('n')
    expect((await screen.findByText('New service request:')).closest('[role=status]')?.textContent).toContain(
      'read-only',
    )
    expect(within(pane()).queryByText('New service request')).toBeNull()
    const [, open] = await within(pane()).findAllByRole('checkbox')
    if (open) await user.click(open)
    expect(requestOf(desk)[0]?.activities.every(({ status }) => status === 'Done')).toBe(true)
  })
})

describe('ALLOC-9 a specialist’s request whose address leads to nobody', () => {
  it('is given by the leader of its group, who is told why any specialist can be chosen', async () => {
    const abroad = aPerson('rp', { postcode: 'JE2 3AB', country: 'JE' })
    const lost = aSpecialistRequest(null, { raisedAgainst: abroad.scin })
    const { desk, user } = await sit(
      'N1-lead',
      aCaseGroup({ people: [aPerson('pp'), abroad], serviceRequests: [lost] }),
    )
    await user.keyboard('m')
    expect(pane().textContent).toContain('leads to no specialist')
    await user.click(within(pane()).getByRole('radio', { name: /DNA-2/ }))
    await within(pane()).findByRole('button', { name: 'Assign to Person DNA-2' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText(/held by Person DNA-2/)
    expect(requestOf(desk)).toMatchObject([{ holder: 'DNA-2' }])
  })
})

describe('SR-7 and post on the caseworker’s own list', () => {
  it('the answer heads it until he carries on; a letter is done by one key', async () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')], post: [aLetter('p1')] })
    const { desk, user } = await sit('N1-1', group)
    await user.keyboard('d')
    expect(desk.replica.outbox()).toHaveLength(1)
    act(() => desk.accept())
    const [request] = group.serviceRequests
    if (!request) throw new Error('There is one.')
    const here = {
      ...{
        raisedBy: null,
        background: null,
        advice: null,
        assignedOn: null,
        startedOn: null,
        changed: null,
        closing: null,
        heldBefore: [],
      },
      ...{ closedOn: '2026-11-20', outcome: 'He is the father.', carriedOnOn: null },
    }
    act(() => desk.put({ ...group, post: [], serviceRequests: [{ ...request, status: 'Closed', here }] }))
    expect(await screen.findByText('Answered by a specialist: carry on · 1')).toBeTruthy()
    expect(pane().textContent).toContain('He is the father.')
    screen.getByRole('grid').focus()
    await user.keyboard('c')
    act(() => desk.accept())
    expect(await screen.findByText(/^You hold no open service request/)).toBeTruthy()
  })
})

describe('SR-7 and TEAM-2 an answer while the case owner is away', () => {
  const answer = withHere(aSpecialistRequest('DNA-1', { status: 'Closed' }), {
    closedOn: '2026-11-20',
    outcome: 'He is the father.',
  })
  const rotas = [aRota('N1', { absences: [anAbsence('N1-1', '2026-11-16', '2026-12-04')] })]
  const sitAt = async (view: string) => {
    const groups = [aCaseGroup({ serviceRequests: [answer] })]
    const desk = aDesk({ actor: 'N1-lead', groups, rotas, organisation: anOrganisation() })
    return { desk, user: await sitDownAt(desk, view) }
  }

  it('is in the list of his leader, as the absentee’s, who carries on', async () => {
    const { desk, user } = await sitAt('requests')
    screen.getByRole('grid').focus()
    const row = screen.getByRole('row', { name: /Parentage dispute/ })
    expect(within(row).getByText('holder away: Person N1-lead sees to it')).toBeTruthy()
    expect(within(row).getByText('Person N1-1')).toBeTruthy()
    await user.keyboard('c')
    expect(requestOf(desk)[0]?.here?.carriedOnOn).toBe('2026-11-21')
  })

  it('is told on his Today', async () => {
    await sitAt('today')
    const line = '1 service request answered by a specialist, for you to carry on'
    expect(within(screen.getByRole('grid')).getByText(line)).toBeTruthy()
  })
})
