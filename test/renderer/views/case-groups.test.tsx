// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const group = aCaseGroup({
  people: [aPerson('pp', { middleName: 'Máire' })],
  status: 'Suspended',
  itemErrorStatus: 'Item Error',
})

/** A row of the list by the names of its columns. */
function rowOf(number: string): Readonly<Record<string, string | null>> {
  const titles = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  const cells = within(screen.getByRole('row', { name: new RegExp(number) })).getAllByRole('gridcell')
  return Object.fromEntries(cells.map(({ textContent }, at) => [String(titles[at]), textContent]))
}

const asCms2012 = {
  'Master case': '10000001',
  Title: 'McLaughlin, Aoife',
  'Last name': 'McLaughlin',
  'First name': 'Aoife',
  'Middle name': 'Máire',
  Status: 'Suspended',
  'Pending work / item error': 'Item Error',
}

describe('ACC-6 a list of case groups offers what CMS2012’s master case view does', () => {
  it('to a team leader, the team included', async () => {
    await sitDownAt(
      aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() }),
      'case-groups',
    )
    expect(rowOf('10000001')).toMatchObject({ ...asCms2012, Team: 'Team N1' })
  })

  it('to the caseworker of it', async () => {
    await sitDownAt(aDesk({ actor: 'N1-1', groups: [group], organisation: anOrganisation() }), 'case-groups')
    expect(rowOf('10000001')).toMatchObject(asCms2012)
  })

  it('and each of its columns but the number can be left out, and be had back', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'case-groups')
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const items = await screen.findAllByRole('menuitemcheckbox')
    const { 'Master case': _, ...others } = asCms2012
    for (const title of [...Object.keys(others), 'Team'])
      expect(items.map(({ textContent }) => textContent)).toContain(title)
  })
})
