// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
})

/** The first questions, answered so that the form follows. */
async function goOn(user: Awaited<ReturnType<typeof sit>>['user']): Promise<void> {
  for (const name of ['No, none of these', 'No', 'No, the system does not do what it should'])
    await user.click(within(pane()).getByRole('radio', { name }))
}

/** Everything that is asked where no case is affected. */
async function fillInOfNoCase(user: Awaited<ReturnType<typeof sit>>['user']): Promise<void> {
  await goOn(user)
  await user.type(within(pane()).getByLabelText(/^Words that you searched/), 'queue filter')
  await user.type(within(pane()).getByLabelText(/^Description/), 'The queue does not filter.')
  await user.selectOptions(within(pane()).getByLabelText('Was it raised before?'), 'no')
  await user.click(within(pane()).getByRole('button', { name: /^Nobody could be asked/ }))
  await user.click(within(pane()).getByRole('checkbox', { name: /Incident Reduction Advice/ }))
}

describe('INC-2 raising one from a case group', () => {
  const raise = async (user: Awaited<ReturnType<typeof sit>>['user']) => {
    await user.keyboard('N')
    await goOn(user)
  }

  it('INC-1: sends what is local IT’s there, and asks nothing else', async () => {
    const { user } = await sit('N1-1', [aCaseGroup()], 'case-groups')
    await user.keyboard('N')
    await user.click(within(pane()).getByRole('radio', { name: 'A screen freezes' }))
    expect(pane().textContent).toContain('Ring local IT support first')
    expect(within(pane()).queryByLabelText(/^Description/)).toBeNull()
    expect(within(pane()).queryByRole('button', { name: 'Consult the team leader' })).toBeNull()
  })

  it('asks for every check, leads to each that is wrong, and is prefilled with what AAC will ask (INC-6)', async () => {
    const { user, desk } = await sit('N1-1', [aCaseGroup()], 'case-groups')
    await raise(user)
    await user.click(within(pane()).getByRole('button', { name: 'Consult the team leader' }))
    const summary = await within(pane()).findByRole('alert')
    expect(summary.textContent).toContain('Search the procedures, and say with which words')
    expect(summary.textContent).toContain('Read the Incident Reduction Advice page')
    await user.click(within(summary).getByRole('button', { name: /^Search the procedures/ }))
    await user.keyboard('assessment calculate')
    await user.type(within(pane()).getByLabelText(/^Description/), 'It stops after Calculate.')
    await user.selectOptions(within(pane()).getByLabelText('Was it raised before?'), 'no')
    await user.click(within(pane()).getByRole('button', { name: /^Nobody could be asked/ }))
    await user.click(within(pane()).getByRole('checkbox', { name: /Incident Reduction Advice/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect(incidentIn(desk)).toMatchObject({
      state: 'consulting',
      description: 'It stops after Calculate.',
      details: { team: 'Team N1', caseworkerStaffNumber: 'N1-1', teamLeaderStaffNumber: 'N1-lead' },
    })
  })

  it('keeps what was typed when one goes away and comes back, until it is thrown away', async () => {
    const { user } = await sit('N1-1', [aCaseGroup()], 'case-groups')
    await raise(user)
    await user.type(within(pane()).getByLabelText(/^Description/), 'It stops.')
    await user.keyboard('{Escape}')
    screen.getByRole('grid').focus()
    await user.keyboard('N')
    expect(within(pane()).getByLabelText(/^Description/)).toHaveProperty('value', 'It stops.')
    await user.click(within(pane()).getByRole('button', { name: 'Throw it away' }))
    expect(within(pane()).queryByLabelText(/^Description/)).toBeNull()
  })

  it('shows the newest with the same error while one types, to be joined instead', async () => {
    const other = with1({ raisedBy: staff('N1-2'), details: { errorMessage: 'SBL-DAT-00215' } })
    const { user, desk } = await sit('N1-1', [other], 'case-groups')
    await raise(user)
    await user.type(within(pane()).getByLabelText(/^Error message/), 'sbl-dat-00215')
    expect(pane().textContent).toContain('1 incident like this one: join instead')
    expect(desk.replica.outbox()).toEqual([])
  })

  it('offers a caseworker the team’s incident of no case, and none of his own', async () => {
    const details = { errorMessage: 'SBL-DAT-00215' }
    const theirs = anOwnIncident({ id: incidentNamed('7'), raisedBy: staff('N1-2'), details })
    const { user } = await sit('N1-1', [with1({ details })], 'case-groups', [theirs])
    await raise(user)
    await user.type(within(pane()).getByLabelText(/^Error message/), 'SBL-DAT-00215')
    expect(pane().textContent).toContain('1 incident like this one: join instead')
    expect(pane().textContent).toContain('by Person N1-2')
    await user.click(within(pane()).getByRole('button', { name: /^Join:/ }))
    expect(within(pane()).getByRole('heading', { name: 'Join incident' })).toBeTruthy()
  })

  it('ACC-3: what is written of one group goes into no draft of another’s incident', async () => {
    const other = aCaseGroup({
      id: '10000002' as never,
      incidents: [anIncident({ raisedBy: staff('N1-2'), details: { errorMessage: 'E1' } })],
    })
    const { user, desk } = await sit('N1-1', [aCaseGroup({ sensitive: true }), other], 'case-groups')
    desk.drafts.keep(
      {
        place: `join-incident/${incidentNamed('1')}`,
        group: other.id,
        fields: { words: 'Mine' },
        at: '2026-11-20T10:00:00.000Z',
      },
      'held',
    )
    await desk.readTrail.open(['10000001'] as never, 'work', 'My week.')
    await user.keyboard('{Home}')
    await raise(user)
    await user.type(within(pane()).getByLabelText(/^Description/), 'Of the one group only')
    await user.type(within(pane()).getByLabelText(/^Error message/), 'E1')
    await user.click(within(pane()).getByRole('button', { name: /^Join:/ }))
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Mine')
    const told = desk.drafts.all().filter(({ fields }) => JSON.stringify(fields).includes('Of the one group'))
    expect(told.map(({ group }) => group)).toEqual(['10000001'])
  })
})

describe('INC-15 raising one from the list of incidents', () => {
  it('leads to the new one, from its top', async () => {
    const { user } = await sit('N1-1', [], 'incidents', [anOwnIncident()])
    await user.keyboard('N')
    await fillInOfNoCase(user)
    pane().scrollTop = 500
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findAllByText('The queue does not filter.')
    expect(within(pane()).queryByRole('heading', { name: 'Raise an incident' })).toBeNull()
    expect(pane().scrollTop).toBe(0)
  })

  it('INC-1: who comes back from local IT stands on what he answered', async () => {
    const { user } = await sit('N1-1', [], 'incidents', [anOwnIncident()])
    await user.keyboard('N')
    await user.click(within(pane()).getByRole('radio', { name: 'The smart card' }))
    await user.keyboard('{Escape}')
    await user.keyboard('N')
    expect(document.activeElement).toBe(within(pane()).getByRole('radio', { name: 'The smart card' }))
  })
})

describe('INC-15 raising one that affects no case, by somebody who works in no team', () => {
  it('asks whose leader is consulted, and goes there', async () => {
    const { user, desk } = await sit('it', [])
    await user.keyboard('N')
    await fillInOfNoCase(user)
    await user.click(within(pane()).getByRole('button', { name: 'Consult the team leader' }))
    const summary = await within(pane()).findByRole('alert')
    await user.click(
      within(summary).getByRole('button', { name: 'Choose the team whose leader is consulted' }),
    )
    await user.selectOptions(within(pane()).getByLabelText(/^Team whose leader/), 'Team S1')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect([...desk.replica.aggregates('incident').values()]).toMatchObject([
      { team: 'S1', incident: { raisedBy: 'it' } },
    ])
  })
})

describe('where an incident opens prefilled', () => {
  it('SR-3: from a mandatory field that CMS2012 greys out, and what was written there is kept', async () => {
    const { user } = await sit('N1-1', [aCaseGroup()], 'case-groups')
    await user.keyboard('n')
    await user.selectOptions(within(pane()).getByLabelText('Type'), 'Parentage dispute')
    await user.click(within(pane()).getByText('CMS2012 greys out a mandatory field?'))
    await user.click(within(pane()).getByRole('button', { name: 'Due' }))
    expect(within(pane()).getByLabelText(/^Description/)).toHaveProperty('value', greyedOut('Due'))
    expect(within(pane()).getByLabelText('What is wrong')).toHaveProperty('value', 'cannot-progress')
    await user.keyboard('{Escape}')
    screen.getByRole('grid').focus()
    await user.keyboard('n')
    expect(within(pane()).getByLabelText('Type')).toHaveProperty('value', 'Parentage dispute')
  })

  it('ACC-6: from an item error of the case group', async () => {
    const { user } = await sit('N1-1', [aCaseGroup({ itemErrorStatus: 'Calculation failed' })], 'case-groups')
    await user.keyboard('N')
    await goOn(user)
    expect(within(pane()).getByLabelText(/^Error message/)).toHaveProperty('value', 'Calculation failed')
  })

  /** Something about this group was begun, from nothing in particular. */
  const begunBefore = (desk: Awaited<ReturnType<typeof sit>>['desk'], group: CaseGroup) =>
    desk.drafts.keep(
      {
        place: `raise-incident/${group.id}/`,
        group: group.id,
        fields: { local: 'no', payments: 'no', advice: 'no', description: 'Begun', errorMessage: 'Another' },
        at: '2026-11-20T10:00:00.000Z',
      },
      'held',
    )

  it('ACC-6, SR-3: whatever was begun on that group before, and that stays', async () => {
    const group = aCaseGroup({ itemErrorStatus: 'Calculation failed' })
    const { user, desk } = await sit('N1-1', [group], 'case-groups')
    begunBefore(desk, group)
    await user.keyboard('N')
    await goOn(user)
    expect(within(pane()).getByLabelText(/^Error message/)).toHaveProperty('value', 'Calculation failed')
    await user.keyboard('{Escape}')
    screen.getByRole('grid').focus()
    await user.keyboard('n')
    await user.click(within(pane()).getByText('CMS2012 greys out a mandatory field?'))
    await user.click(within(pane()).getByRole('button', { name: 'Due' }))
    expect(within(pane()).getByLabelText(/^Description/)).toHaveProperty('value', greyedOut('Due'))
    expect(desk.drafts.read(`raise-incident/${group.id}/`)?.fields.description).toBe('Begun')
  })

  it('ACC-6: from another error while the form is open: another form, with nothing of the first', async () => {
    const { user, desk } = await sit(
      'N1-1',
      [aCaseGroup({ itemErrorStatus: 'Calculation failed' })],
      'case-groups',
    )
    await user.keyboard('N')
    await goOn(user)
    await user.type(within(pane()).getByLabelText(/^Description/), 'Since Monday.')
    act(() => desk.put(aCaseGroup({ itemErrorStatus: 'Rating failed' })))
    screen.getByRole('grid').focus()
    await user.keyboard('N')
    await goOn(user)
    expect(within(pane()).getByLabelText(/^Error message/)).toHaveProperty('value', 'Rating failed')
    expect((within(pane()).getByLabelText(/^Description/) as HTMLTextAreaElement).value).not.toContain(
      'Since Monday.',
    )
  })

  it('SR-3: from one field after another, each form has what is its own, and is kept once', async () => {
    const { user, desk } = await sit('N1-1', [aCaseGroup()], 'case-groups')
    await user.keyboard('n')
    await user.click(within(pane()).getByText('CMS2012 greys out a mandatory field?'))
    await user.click(within(pane()).getByRole('button', { name: 'Due' }))
    await user.type(within(pane()).getByLabelText(/^Description/), 'Since Monday.')
    await user.keyboard('{Escape}')
    screen.getByRole('grid').focus()
    await user.keyboard('n')
    await user.click(within(pane()).getByText('CMS2012 greys out a mandatory field?'))
    await user.click(within(pane()).getByRole('button', { name: 'Type' }))
    expect(within(pane()).getByLabelText(/^Description/)).toHaveProperty('value', greyedOut('Type'))
    expect(desk.drafts.all().map(({ fields }) => fields.description)).toEqual([
      `${greyedOut('Due')}Since Monday.`,
    ])
  })
})

const greyedOut = (field: string) =>
  `A service request cannot be raised: the mandatory field “${field}” is greyed out. `
