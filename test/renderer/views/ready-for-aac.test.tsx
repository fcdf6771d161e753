// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anIncident, wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const details = { ...wholeDetails, caseworkerStaffNumber: '10012345', teamLeaderStaffNumber: '10012346' }
const authorised = (more: Partial<Incident> = {}) => anIncident({ state: 'authorised', details, ...more })

async function sitDownWith(incident: Incident, lock = null as ReturnType<typeof aLock> | null) {
  const groups = [aCaseGroup({ incidents: [incident], lock })]
  const user = await sitDownAt(aDesk({ actor: 'N1-1', groups, organisation: anOrganisation() }), 'incidents')
  screen.getByRole('grid').focus()
  return user
}

describe('INC-6, INC-8 ready for AAC', () => {
  it('says what raising it does to the lock, and the form what is written down and where', async () => {
    const user = await sitDownWith(authorised())
    await within(pane()).findByText('Ready for AAC')
    expect(pane().textContent).toContain('Raising it with AAC puts the lock on, with the call.')
    await user.keyboard('P')
    await user.type(await within(pane()).findByLabelText('Incident number'), 'INC770042')
    const written = within(pane()).getByRole('heading', { name: 'What this writes down' }).parentElement
    expect(written?.textContent).toMatch(/In its history, and in the note to copy: .*INC770042/)
    expect(written?.textContent).toMatch(
      /The lock of 1\d* goes on, to be reviewed on \d+ \w+ \d+, with this reason: Incident INC770042 is with AAC; whoever raised it retries when AAC answers\. SBL-DAT-00215/,
    )
  })

  it('leaves a lock that is on as it is', async () => {
    const user = await sitDownWith(authorised(), aLock({ by: staff('N1-lead') }))
    await within(pane()).findByText(/The lock is on already; raising it with AAC leaves it as it is/)
    await user.keyboard('P')
    await within(pane()).findByText(/Nothing about the lock: it is on already, by Person N1-lead/)
  })

  it('what the record has otherwise by now is taken over at the press of a button', async () => {
    const user = await sitDownWith(authorised())
    await within(pane()).findByText(/AAC is told, and the incident keeps, what was filled in/)
    await user.keyboard('E')
    const field = await within(pane()).findByLabelText('Caseworker’s staff number')
    const take = within(pane()).getByRole('button', { name: 'Take over “N1-1”: Caseworker’s staff number' })
    await user.click(take)
    expect((field as HTMLInputElement).value).toBe('N1-1')
    expect(document.activeElement).toBe(field)
    expect(take.isConnected).toBe(false)
  })

  it('of one that AAC has taken nothing is asked any more', async () => {
    await sitDownWith(authorised({ state: 'escalated', number: 'INC1' }), aLock())
    await within(pane()).findByRole('heading', { level: 2, name: /Escalated/ })
    expect(pane().textContent).not.toMatch(/Ready for AAC|Complete for AAC|Missing: AAC/)
  })
})
