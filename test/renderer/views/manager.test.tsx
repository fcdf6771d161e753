// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aDataException } from '../../make/a-data-exception.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const organisation = anOrganisation()
const groups = aCaseload(6)
const exceptions = [
  aDataException('a', { key: '121574372178', value: 'AB1234567' }),
  aDataException('b', {
    key: '10000002',
    file: 'case_groups.csv',
    column: 'p2p_issued_on',
    reason: 'p2p_issued_on is not a date that exists.',
    value: '2025-02-30',
  }),
]

const rows = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent)

async function searching(view: string, words: string) {
  const user = await sitDownAt(aDesk({ actor: 'N1-mgr', groups, exceptions, organisation }), view)
  const before = rows().length
  await user.keyboard('/')
  await user.keyboard(words)
  return { before, user }
}

describe('the search of a manager', () => {
  it.each([
    ['the number of the row', '12157', '121574372178'],
    ['the column and the value', 'p2p 2025-02-30', 'p2p_issued_on'],
    ['the case group it concerns', '10000001 nino', '121574372178'],
    ['the NINO, though it is masked', 'AB1234567', '121574372178'],
  ])('finds a data exception (IMP-1) by %s', async (_, words, found) => {
    const { before } = await searching('data-exceptions', words)
    expect(before).toBe(2)
    expect(rows()).toEqual([expect.stringContaining(found)])
  })

  it('finds a team by its name and by who works in it (TEAM-3)', async () => {
    const { before, user } = await searching('teams', 'N2-1')
    expect(before).toBe(2)
    expect(rows()).toEqual([expect.stringContaining('Team N2')])
    await user.keyboard('x')
    expect(screen.getByRole('heading', { name: 'Nothing here matches' })).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('2 teams')
  })
})

describe('IMP-1 what comes in with another row', () => {
  it('is below what is to be put right, under a heading that says so', async () => {
    const organisation = anOrganisation()
    const follows = { fault: 'parent', key: '1-1', file: 'activities.csv', line: 9 } as const
    const desk = aDesk({
      actor: 'N1-mgr',
      groups,
      exceptions: [aDataException('a', follows), aDataException('b', { key: '121574372178' })],
      organisation,
    })
    await sitDownAt(desk, 'data-exceptions')
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
    expect(rows[1]).toBe('To be put right · 1')
    expect(rows[2]).toContain('121574372178')
    expect(rows[3]).toBe('Come in with another row · 1')
    expect(rows[4]).toContain('activities.csv')
  })
})

describe('IMP-1 a NINO that is none', () => {
  const MISTYPED = 'AB1234567'
  const whole = () => document.documentElement.innerHTML.includes(MISTYPED)

  it('is masked in the list and in the pane until somebody asks for it, and not shown in the next', async () => {
    const twice = ['a', 'b'].map(id => aDataException(id, { key: `12157437217${id}`, value: MISTYPED }))
    const user = await sitDownAt(
      aDesk({ actor: 'N1-mgr', groups, exceptions: twice, organisation }),
      'data-exceptions',
    )
    const show = await within(pane()).findByRole('button', { name: 'Show the NINO' })
    expect(rows()[1]).toContain('567')
    expect(whole()).toBe(false)
    await user.click(show)
    expect(within(pane()).getByText(MISTYPED)).toBeTruthy()
    screen.getByRole('grid').focus()
    await user.keyboard('j')
    await within(pane()).findByText('12157437217b')
    expect(whole()).toBe(false)
    await user.keyboard('#')
    expect(await within(pane()).findByText(MISTYPED)).toBeTruthy()
  })
})
