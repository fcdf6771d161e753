// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { staff } from '../../make/an-organisation.ts'
import { adviceIn, sit, unanswerable } from '../make/sit-at-advice.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(cleanup)

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

describe('ADV-1 asking about a case', () => {
  it('asks where one looked, says where it goes, and draws it as intended', async () => {
    const { user, desk } = await sit('N1-1', 'case-groups', { groups: [aCaseGroup()] })
    await user.keyboard('U')
    expect(pane().textContent).toContain('five working days, urgent in 24 hours')
    await user.click(within(pane()).getByRole('button', { name: 'Ask for advice' }))
    expect((await within(pane()).findByRole('alert')).textContent).toContain('Say what you need to know')
    await user.type(within(pane()).getByLabelText(/^What do you need/), 'Which date counts?')
    await user.click(within(pane()).getByRole('button', { name: 'Ask for advice' }))
    expect((await within(pane()).findByRole('alert')).textContent).toContain('Say where you looked first')
    await user.type(within(pane()).getByLabelText(/^Words that procedures/), 'income change')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect(adviceIn(desk)).toMatchObject({
      question: 'Which date counts?',
      looked: { procedures: 'income change', pldmg: null, teamLeader: null },
      urgent: false,
    })
  })
})

describe('ADV-2 answering', () => {
  const asked = aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1')] })

  it('is one form away from the request, which shows the question and how its deadline is reckoned', async () => {
    const { user, desk } = await sit('DNA-1', 'requests', { groups: [asked] })
    expect((await within(pane()).findByText('The question')).parentElement?.textContent).toContain(
      'Which date',
    )
    expect(pane().textContent).toContain('5 working days of Northern Ireland')
    expect(within(pane()).queryByRole('button', { name: /^Close/ })).toBeNull()
    await user.keyboard('Z')
    await user.type(within(pane()).getByLabelText(/^Your words/), 'From the day of the change.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    expect(adviceIn(desk)?.answer).toMatchObject({
      words: 'From the day of the change.',
      unanswerable: false,
    })
  })

  it('ADV-3: what cannot be answered goes on to an incident with everything carried over', async () => {
    const closed = aCaseGroup({
      serviceRequests: [anAdviceRequest('DNA-1', { status: 'Closed' }, { answer: unanswerable })].map(
        each => ({ ...each, here: each.here && { ...each.here, closedOn: '2026-11-21' } }),
      ),
    })
    const { user } = await sit('N1-1', 'requests', { groups: [closed] })
    await user.click(await within(pane()).findByRole('button', { name: 'Raise an incident with it' }))
    for (const name of ['No, none of these', 'No'])
      await user.click(within(pane()).getByRole('radio', { name }))
    expect((within(pane()).getByLabelText(/^Description/) as HTMLTextAreaElement).value).toBe(
      'Which date does the change of income count from?\n\nAdvice and Guidance could not answer it: CMS2012 is wrong.',
    )
    expect(within(pane()).getByLabelText(/procedures/i)).toHaveProperty('value', 'income change date')
    const chosen = within(pane()).getByLabelText('Service request') as HTMLSelectElement
    expect(chosen.selectedOptions[0]?.textContent).toContain('Advice request')
  })
})

describe('two who answer apart', () => {
  it('the first stands, the second is told with both texts kept', async () => {
    const { user, desk } = await sit('DNA-1', 'requests', {
      groups: [aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1')] })],
    })
    await user.keyboard('Z')
    await user.type(within(pane()).getByLabelText(/^Your words/), 'From the day of the change.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText(/intended/i)
    const answer = {
      by: staff('DNA-lead'),
      at: '2026-11-21T09:00:00Z',
      words: 'From the day of receipt.',
      unanswerable: false,
    }
    act(() => {
      desk.refuse('It has been answered already.')
      desk.put(aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1', {}, { answer })] }))
    })
    await user.click(screen.getByRole('link', { name: /Needs you/ }))
    expect(await within(pane()).findByText('From the day of the change.')).toBeTruthy()
    expect(within(pane()).getByText('From the day of receipt.')).toBeTruthy()
  })
})

describe('ADV-1 advice about no case', () => {
  it('an empty list has its button, and nothing to filter', async () => {
    await sit('N1-1', 'advice', {})
    expect(screen.getByRole('button', { name: 'Ask for advice without a case' })).toBeTruthy()
    expect(screen.queryByRole('complementary', { name: 'Filters' })).toBeNull()
  })

  it('is asked from its list, and named nobody', async () => {
    const { user, desk } = await sit('N1-1', 'advice', { advice: [aGeneralRequest()] })
    expect(heading()).toBe('Advice without a case: 1')
    await user.click(screen.getByRole('button', { name: 'Ask for advice without a case' }))
    await user.type(within(pane()).getByLabelText(/^What do you need/), 'What of 10000001?')
    await user.type(within(pane()).getByLabelText(/^What the team leader/), 'He does not know.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await within(pane()).findByRole('alert')).textContent).toContain('Leave numbers of cases')
    await user.clear(within(pane()).getByLabelText(/^What do you need/))
    await user.type(within(pane()).getByLabelText(/^What do you need/), 'What of twins?')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Question intended')).toBeTruthy()
    expect(desk.replica.aggregates('advice-request').size).toBe(2)
  })

  it('is answered by Advice and Guidance, and by nobody else', async () => {
    const { user, desk } = await sit('DNA-2', 'advice', { advice: [aGeneralRequest()] })
    expect(heading()).toBe('Advice without a case: 1, 1 to do')
    await user.keyboard('Z')
    await user.selectOptions(within(pane()).getByLabelText('Can it be answered here?'), 'yes')
    await user.type(within(pane()).getByLabelText(/^Your words/), 'Ask AAC.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Answer intended')
    const [request] = desk.replica.aggregates('advice-request').values()
    expect(request?.advice.answer).toMatchObject({ by: 'DNA-2', unanswerable: true })
  })

  it('ADV-3: whoever asked takes on what could not be answered', async () => {
    const answered = aGeneralRequest({ answer: unanswerable })
    const { user } = await sit('N1-1', 'advice', { advice: [answered] })
    await user.click(await within(pane()).findByRole('button', { name: 'Raise an incident with it' }))
    for (const name of ['No, none of these', 'No'])
      await user.click(within(pane()).getByRole('radio', { name }))
    expect((within(pane()).getByLabelText(/^Description/) as HTMLTextAreaElement).value).toContain(
      'Advice and Guidance could not answer it: CMS2012 is wrong.',
    )
  })

  it('a refused question is asked again with what was written', async () => {
    const { user, desk } = await sit('N1-1', 'advice', {})
    await user.click(screen.getByRole('button', { name: 'Ask for advice without a case' }))
    await user.type(within(pane()).getByLabelText(/^What do you need/), 'What of twins?')
    await user.type(within(pane()).getByLabelText(/^Words that PLDMG/), 'twins')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Question intended')
    act(() => desk.refuse('No segment of the operating model gives advice to your team.'))
    await user.click(screen.getByRole('link', { name: /Needs you/ }))
    expect(await within(pane()).findByText('What of twins?')).toBeTruthy()
    expect(within(pane()).getByRole('button', { name: 'Write it again as things are now' })).toBeTruthy()
  })
})

describe('ADV-1 the list of what was asked without a case', () => {
  const columns = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)

  it('says who asked where others did, and not to whoever sees his own only', async () => {
    await sit('N1-1', 'advice', { advice: [aGeneralRequest()] })
    expect(columns()).toEqual(['Question', 'Due', 'Asked'])
    cleanup()
    await sit('DNA-1', 'advice', { advice: [aGeneralRequest()] })
    expect(columns()).toEqual(['Question', 'Due', 'Asked by', 'Team', 'Asked'])
  })
})
