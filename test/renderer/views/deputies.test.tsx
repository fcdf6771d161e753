// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aMember, anOrganisation, aTeam } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

async function atTheLeader(scrNominated: boolean) {
  const made = anOrganisation()
  const organisation = {
    ...made,
    teams: [...made.teams, aTeam('SCR2', 'FS_GB_CCLNT_SCR')],
    staff: [...made.staff, aMember('SCR2-lead', 'SCR2', { roles: ['team-leader'], scrNominated })],
  }
  const user = await sitDownAt(aDesk({ actor: 'SCR-lead', groups: [], organisation }), 'team')
  await user.click(screen.getByRole('button', { name: /Person SCR-lead/ }))
  return { user, button: await screen.findByRole('button', { name: 'Name a deputy' }) }
}

describe('TEAM-3 who is offered as a deputy', () => {
  it('in Special Client Records is another leader who is nominated', async () => {
    const { user, button } = await atTheLeader(true)
    await user.click(button)
    const offered = within(screen.getByLabelText('Who stands in')).getAllByRole('option')
    expect(offered.map(({ textContent }) => textContent)).toEqual(['Choose', 'Person SCR2-lead, Team SCR2'])
  })

  it('is not one who would be refused; the button says why', async () => {
    const { button } = await atTheLeader(false)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.title).toBe('The segment has no other team leader who may stand in.')
  })
})
