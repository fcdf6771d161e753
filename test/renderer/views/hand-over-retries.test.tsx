// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aLock, number } from '../../make/a-case-group.ts'
import { anEntry, incidentNamed } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(cleanup)

const withAac = (more = {}) => ({ ...with1({ state: 'with-aac', number: 'INC1', ...more }), lock: aLock() })

describe('INC-11 retries that are handed to somebody who is not sent the case group', () => {
  it('are said to reach nobody’s desk before it is allocated, in the form and after it', async () => {
    const { desk, user } = await sit('N1-1', [withAac()])
    await user.keyboard('H')
    const who = await within(pane()).findByLabelText('Who gets the retries')
    const unseen = within(who).getByRole('group', { name: 'Not sent the case group yet' })
    await user.selectOptions(who, within(unseen).getByRole('option', { name: 'Person N1-2' }))
    expect(pane().textContent).toContain(
      'Nothing of it is on his desk before the case group is allocated to him',
    )
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(
      await within(pane()).findByText(/^Person N1-2 has the retries and is not sent the case group/),
    ).toBeTruthy()
    expect(incidentIn(desk)).toMatchObject({ retriesBy: 'N1-2' })
  })

  it('are a line of the leader’s Today, one key from that incident alone', async () => {
    const seen = { ...with1({ id: incidentNamed('2'), state: 'with-aac' }), id: number('10000002') }
    const { user } = await sit('N1-lead', [withAac({ retriesBy: staff('N1-2') }), seen], 'today')
    await user.click(await screen.findByRole('row', { name: /^1 incident with retries handed to somebody/ }))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Incidents of Team N1/ })
    expect(screen.getByRole('grid').textContent).toContain('10000001')
    expect(screen.getByRole('grid').textContent).not.toContain('10000002')
    expect(await within(pane()).findByText(/^Person N1-2 has the retries and is not sent/)).toBeTruthy()
  })

  it('nothing is said where he holds it', async () => {
    await sit('N1-lead', [{ ...withAac({ retriesBy: staff('N1-2') }), holder: staff('N1-2') }])
    await within(pane()).findByText('Retries by')
    expect(pane().textContent).not.toContain('is not sent the case group')
  })
})

describe('INC-13 what was written', () => {
  it('stands in the history as it was, an address too', async () => {
    const facts = { replyTo: 'aac.reply@example.org', outcome: 'unsuccessful' }
    await sit('N1-1', [
      withAac({ history: [{ ...anEntry('receive-email', '2026-11-20T12:00:00.000Z'), facts }] }),
    ])
    expect(await within(pane()).findByText('aac.reply@example.org')).toBeTruthy()
    expect(within(pane()).getByText('Unsuccessful')).toBeTruthy()
  })
})

describe('INC-3 whose turn it is', () => {
  it('is said to whoever reads it, and to others by name', async () => {
    await sit('N1-lead', [with1({ state: 'consulting' })])
    expect(await within(pane()).findByText('Waits for you.')).toBeTruthy()
    cleanup()
    await sit('N1-1', [with1({ state: 'consulting' })])
    expect(await within(pane()).findByText('Waits for Person N1-lead.')).toBeTruthy()
  })

  it('of either, who else may be meant is named', async () => {
    await sit('N1-lead', [with1({ state: 'solved' })])
    expect(await within(pane()).findByText('Waits for Person N1-1 or you.')).toBeTruthy()
  })
})
