// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { maskedNinos } from '../../../shared/queries/masked-ninos.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEntry, anIncident, incidentNamed, wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { sit, with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const NINO = 'AB123456C'
// What is folded is seen by nobody, and copied whole.
const whole = () => within(pane()).queryAllByText(NINO)
const history = [{ ...anEntry('complete-details', '2026-11-20T12:00:00.000Z'), facts: { nino: NINO } }]
const authorised = with1({ state: 'authorised', history })

describe('INC-6 the NINOs of an incident', () => {
  it('are masked in the pane until the key shows them, and are the next row’s again', async () => {
    const other = anIncident({ id: incidentNamed('2'), state: 'authorised' })
    const { user } = await sit('N1-1', [
      authorised,
      aCaseGroup({ id: '10000009' as never, incidents: [other] }),
    ])
    await within(pane()).findByText('Ready for AAC')
    expect(whole()).toEqual([])
    expect(pane().textContent).toContain(maskedNinos(NINO))
    await user.keyboard('#')
    // NINO, paying parent’s NINO, and what was filled in.
    await waitFor(() => expect(whole()).toHaveLength(3))
    await user.keyboard('j')
    await waitFor(() => expect(pane().textContent).toContain('10000009'))
    expect(whole()).toEqual([])
    await user.keyboard('k')
    await waitFor(() => expect(pane().textContent).not.toContain('10000009'))
    expect(whole()).toEqual([])
  })

  it('are shown one by one by a button that says which', async () => {
    const { user } = await sit('N1-1', [authorised])
    await user.click(await within(pane()).findByRole('button', { name: 'Show the paying parent’s NINO' }))
    expect(whole()).toHaveLength(1)
    await user.click(within(pane()).getByRole('button', { name: 'Hide the paying parent’s NINO' }))
    expect(whole()).toEqual([])
  })

  it('are whole where AAC is called, and where they are copied', async () => {
    const { user } = await sit('N1-1', [authorised])
    await user.keyboard('P')
    const script = await within(pane()).findByRole('region', { name: 'Call script' })
    expect(script.textContent).toContain(`NINO ${wholeDetails.nino}`)
    expect(document.activeElement).toBe(script)
    await user.keyboard('{Escape},s')
    expect(await navigator.clipboard.readText()).toContain(`NINO: ${NINO}`)
  })
})

describe('INC-6 the NINO of a change that the hub refused', () => {
  it('that was asked for is not shown in the next change, though it is the same', async () => {
    const { nino: _, ...details } = wholeDetails
    const groups = ['10000001', '10000002'].map((id, at) =>
      aCaseGroup({
        id: id as never,
        incidents: [anIncident({ id: incidentNamed(String(at)), state: 'to-refer', details })],
      }),
    )
    const desk = aDesk({ actor: 'N1-1', groups, organisation: anOrganisation() })
    for (const { id, incidents } of groups) {
      const args = { masterCaseNumber: id, incident: incidents[0]?.id, details: { nino: NINO } }
      await desk.perform([{ name: 'complete-details', args, saw: { turn: 0, answers: {} } }], null)
      desk.refuse('Somebody else was first.')
    }
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: /^Show the .*NINO/i }))
    expect(whole()).toHaveLength(1)
    screen.getByRole('grid').focus()
    await user.keyboard('j')
    await waitFor(() => expect(pane().textContent).toContain('10000002'))
    expect(whole()).toEqual([])
  })
})
