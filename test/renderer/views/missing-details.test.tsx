// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
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
  it.each([
    [10, 'F8 goes to the first, and in the form to the next.'],
    [11, 'F8 goes to the first, and in the form to the next, so to those without a key of their own too.'],
  ])('of %i missing answers it is said which key leads to each', async (count, words) => {
    const desk = aDesk({ actor: 'N1-1', groups: [lacking(count)], organisation: anOrganisation() })
    await sitDownAt(desk, 'incidents')
    screen.getByRole('grid').focus()
    await within(pane()).findByText(`Missing: AAC would reject it for ${count} answers`)
    expect(pane().textContent).toContain(words)
  })
})
