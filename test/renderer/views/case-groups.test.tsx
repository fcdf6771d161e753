// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { aRecovery, organisationLeft } from '../../make/a-recovery.ts'
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

describe('ACC-6 every other list of case groups has them on offer', () => {
  const namesAndMore = [
    'Last name',
    'First name',
    'Middle name',
    'Status',
    'Team',
    'Pending work / item error',
  ]

  it.each([
    ['N1-lead', 'orphans'],
    ['N1-lead', 'locks'],
    ['N1-lead', 'queue'],
    ['N1-lead', 'returns'],
    ['N1-lead', 'recovery'],
    ['N1-mgr', 'allocation-drift'],
    ['N1-mgr', 'differences'],
    ['N1-1', 'case-groups'],
  ])('%s in %s', async (actor, list) => {
    const user = await sitDownAt(aDesk({ actor, groups: [group], organisation: anOrganisation() }), list)
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const items = await screen.findAllByRole('menuitemcheckbox')
    expect(items.map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(namesAndMore))
    expect(items.map(({ textContent }) => textContent)).toContain('Title')
  })

  it('left out until somebody wants one, which is remembered in the address', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'returns')
    expect(rowOf('10000001')).not.toHaveProperty('Middle name')
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Middle name' }))
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Title' }))
    await user.keyboard('{Escape}')
    expect(rowOf('10000001')).toMatchObject({ 'Middle name': 'Máire' })
    expect(rowOf('10000001')).not.toHaveProperty('Title')
    expect(new URLSearchParams(location.hash.split('?')[1]).get('columns')).toBe('title more-middle')
  })

  it.each([
    ['N1-lead', 'N1-1', 'case-groups'],
    ['it', 'N1-lead', 'recovery'],
  ])('what %s leaves out is not shown by that to %s, who has it on offer only, in %s', async (...of) => {
    const [, reader, list] = of
    for (const actor of of.slice(0, 2)) {
      cleanup()
      const desk = aDesk({
        actor,
        groups: actor === 'it' ? [] : [group],
        organisation: organisationLeft(),
        recoveries: [aRecovery()],
      })
      await sitDownAt(desk, `${list}?columns=team last`)
      const titles = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
      expect(titles.length, reader).toBeGreaterThan(3)
      expect(titles).not.toContain('Team')
      expect(titles).not.toContain('Last name')
    }
  })

  it('as an address has them that was kept when it named only what was left out', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() })
    await sitDownAt(desk, 'returns?hide=title')
    expect(rowOf('10000001')).not.toHaveProperty('Title')
  })

  it('but not local IT, which is told of no client (ORPH-4)', async () => {
    const desk = aDesk({
      actor: 'it',
      groups: [],
      organisation: organisationLeft(),
      recoveries: [aRecovery()],
    })
    const user = await sitDownAt(desk, 'recovery')
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const items = await screen.findAllByRole('menuitemcheckbox')
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'What',
      'Left by',
      'Team',
      'Asked',
      'How it stands',
    ])
  })
})
