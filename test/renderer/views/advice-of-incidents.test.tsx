// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anEntry, anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { adviceIn, sit, unanswerable } from '../make/sit-at-advice.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(cleanup)

describe('ADV-1 in the incident path', () => {
  it('the question is prefilled from the incident, and the answer goes back to it', async () => {
    const incident = anIncident({ state: 'with-advice' })
    const group = aCaseGroup({ incidents: [incident] })
    const { user, desk } = await sit('N1-1', 'case-groups', { groups: [group] })
    await user.keyboard('U')
    expect(within(pane()).getByLabelText('For which incident?')).toHaveProperty('value', incident.id)
    expect(within(pane()).getByLabelText(/^What do you need/)).toHaveProperty('value', incident.description)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect(adviceIn(desk)).toMatchObject({ incident: incident.id })
  })

  it('of two that were sent there each is asked about: the first that was not yet, by a choice that is seen', async () => {
    const first = anIncident({ state: 'with-advice', description: 'Problem A' })
    const second = anIncident({ id: incidentNamed('2'), state: 'with-advice', description: 'Problem B' })
    const group = aCaseGroup({ incidents: [first, second] })
    const { user, desk } = await sit('N1-1', 'case-groups', { groups: [group] })
    const question = () => within(pane()).getByLabelText(/^What do you need/)
    const choice = () => within(pane()).getByLabelText('For which incident?')
    await user.keyboard('U')
    expect([choice(), question()]).toMatchObject([{ value: first.id }, { value: 'Problem A' }])
    await user.selectOptions(choice(), second.id)
    expect(question()).toHaveProperty('value', 'Problem B')
    await user.selectOptions(choice(), 'For none: another question')
    expect(question()).toHaveProperty('value', '')
    await user.selectOptions(choice(), first.id)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(adviceIn(desk)).toMatchObject({ incident: first.id, question: 'Problem A' }))
    screen.getByRole('grid').focus()
    await user.keyboard('U')
    expect(within(choice()).queryByRole('option', { name: /Problem A/ })).toBeNull()
    expect([choice(), question()]).toMatchObject([{ value: second.id }, { value: 'Problem B' }])
  })

  it('opened from an incident it is that one’s', async () => {
    const [first, second] = ['1', '2'].map(id =>
      anIncident({ id: incidentNamed(id), state: 'with-advice', description: `Problem ${id}` }),
    )
    if (!first || !second) throw new Error('two are made')
    const { user } = await sit('N1-1', 'incidents', { groups: [aCaseGroup({ incidents: [first, second] })] })
    for (const { id, description } of [first, second]) {
      await user.keyboard('U')
      expect(within(pane()).getByLabelText('For which incident?')).toHaveProperty('value', id)
      expect(within(pane()).getByLabelText(/^What do you need/)).toHaveProperty('value', description)
      await user.keyboard('{Escape}j')
    }
  })

  it('what they answered is carried into the incident', async () => {
    const incident = anIncident({ state: 'with-advice' })
    const asked = anAdviceRequest(
      'DNA-1',
      { status: 'Closed' },
      { answer: unanswerable, incident: incident.id },
    )
    const group = aCaseGroup({ incidents: [incident], serviceRequests: [asked] })
    const { user } = await sit('N1-1', 'incidents', { groups: [group] })
    await user.keyboard('V')
    expect(within(pane()).getByLabelText('What they said')).toHaveProperty('value', 'CMS2012 is wrong.')
    expect(within(pane()).getByLabelText('What came of it?')).toHaveProperty('value', 'refer')
  })
})

describe('ADV-1, ADV-3 in the path of an incident that affects no case', () => {
  const sent = anOwnIncident({
    state: 'with-advice',
    history: [
      { ...anEntry('send-to-advice', '2026-11-20T11:00:00Z'), facts: { words: 'Which queue counts?' } },
    ],
  })

  it('the question is prefilled from it and names it', async () => {
    const { user, desk } = await sit('N1-1', 'incidents', { incidents: [sent] })
    await user.keyboard('U')
    expect(pane().textContent).toContain('For the incident that was sent to advice')
    const question = within(pane()).getByLabelText(/^What do you need/) as HTMLTextAreaElement
    expect(question.value).toContain('Which queue counts?')
    expect(question.value).toContain(sent.incident.description)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect([...desk.replica.aggregates('advice-request').values()]).toMatchObject([
        { advice: { incident: sent.id, looked: { procedures: 'assessment calculate' } } },
      ]),
    )
  })

  it('what they cannot answer comes back to it, and into its referral', async () => {
    const asked = aGeneralRequest({ incident: sent.id as never, answer: unanswerable })
    const { user, desk } = await sit('N1-1', 'incidents', { incidents: [sent], advice: [asked] })
    const own = () => desk.replica.aggregates('incident').get(sent.id)?.incident
    await user.keyboard('V')
    expect(within(pane()).getByLabelText(/^What they said/)).toHaveProperty('value', 'CMS2012 is wrong.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect(own()).toMatchObject({ state: 'to-refer' })
    act(() => desk.accept())
    screen.getByRole('grid').focus()
    await user.keyboard('F')
    expect(within(pane()).getByLabelText(/^Actions taken/)).toHaveProperty(
      'value',
      'Advice and Guidance: CMS2012 is wrong.',
    )
  })

  it('from the list of advice, too, and no second incident is raised', async () => {
    const asked = aGeneralRequest({ incident: sent.id as never, answer: unanswerable })
    const { user } = await sit('N1-1', 'advice', { incidents: [sent], advice: [asked] })
    await user.click(within(pane()).getByRole('button', { name: /^Go on with its incident/ }))
    expect(within(pane()).getByLabelText(/^What they said/)).toHaveProperty('value', 'CMS2012 is wrong.')
  })
})
