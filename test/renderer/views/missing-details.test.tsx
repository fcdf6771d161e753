// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { missingDetails } from '../../../shared/domain/incident-details.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident, wholeDetails } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

/** Authorised with so many answers left out. */
function lacking(count: number) {
  const without = new Set<string>(missingDetails({}, 'none').slice(0, count))
  const answered = Object.entries(wholeDetails).filter(([field]) => !without.has(field))
  return aCaseGroup({
    incidents: [anIncident({ state: 'authorised', details: Object.fromEntries(answered) })],
  })
}

describe('INC-6 what AAC would reject it for', () => {
  it.each([10, 21])('of %i missing answers it is said which key leads to each', async count => {
    const desk = aDesk({ actor: 'N1-1', groups: [lacking(count)], organisation: anOrganisation() })
    await sitDownAt(desk, 'incidents')
    screen.getByRole('grid').focus()
    await within(pane()).findByText(`Missing: AAC would reject it for ${count} answers`)
    expect(pane().textContent).toContain(
      'F8 goes to the first, and in the form to the next; = goes to any of them by its name.',
    )
  })

  it('one key lists all that are missing: a few letters of its name, and one is in its field', async () => {
    const desk = aDesk({ actor: 'N1-1', groups: [lacking(21)], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'incidents')
    screen.getByRole('grid').focus()
    await user.keyboard('=')
    const dialog = await screen.findByRole('dialog')
    const field = within(dialog).getByRole('combobox')
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    expect(within(dialog).getAllByRole('option')).toHaveLength(21)
    await user.type(field, 'other info{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toMatch(/otherInformation$/))
  })

  it('the key is among all keys', async () => {
    const desk = aDesk({ actor: 'N1-1', groups: [lacking(2)], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'incidents')
    screen.getByRole('grid').focus()
    await user.keyboard('?')
    expect(within(await screen.findByRole('dialog')).getByText('Pick one of what is missing')).toBeTruthy()
  })
})
