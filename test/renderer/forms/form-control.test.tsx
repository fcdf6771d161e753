// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { wholeDetails } from '../../make/an-incident.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(cleanup)

const { nino: _, reference: __, ...details } = wholeDetails

/** A caseworker at the form that asks what AAC asks, two answers missing. */
async function atTheDetails() {
  const at = await sit('N1-1', [with1({ state: 'to-refer', details })])
  await at.user.keyboard('E')
  return at
}

describe('a field of a form', () => {
  it('is where a press on its label goes', async () => {
    const { user } = await atTheDetails()
    const labels = [...pane().querySelectorAll('label')]
    expect(labels.length).toBeGreaterThan(20)
    expect(labels.filter(({ control }) => control === null).map(({ textContent }) => textContent)).toEqual([])
    await user.click(within(pane()).getByText('NINO'))
    expect(document.activeElement).toBe(within(pane()).getByLabelText('NINO'))
  })
})

describe('an answer at the press of a button', () => {
  it('is called by what it answers, and leads to its field: the keys go there, and send the form', async () => {
    const { user, desk } = await atTheDetails()
    within(pane()).getByRole('button', { name: 'None held: NINO' }).focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(within(pane()).getByLabelText('NINO'))
    await user.keyboard('F{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)?.details.nino).toBe('None heldF')
    expect(screen.queryByRole('heading', { name: 'Refer to team leader' })).toBeNull()
  })

  it('thrown away with all that was written, the keys go to the first field', async () => {
    const { user, desk } = await atTheDetails()
    await user.type(within(pane()).getByLabelText('NINO'), 'AB')
    await user.keyboard('{Escape}')
    screen.getByRole('grid').focus()
    await user.keyboard('E')
    within(pane()).getByRole('button', { name: 'Throw it away' }).focus()
    await user.keyboard('{Enter}')
    expect(within(pane()).getByRole('combobox')).toBe(document.activeElement)
    expect(desk.drafts.all()).toEqual([])
  })
})
