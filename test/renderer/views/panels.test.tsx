// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aDataException } from '../../make/a-data-exception.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const exception = aDataException('a', { file: 'case_groups.csv', column: 'p2p_issued_on' })

async function sit(view: string, actor = 'N1-mgr') {
  const organisation = anOrganisation()
  const desk = aDesk({ actor, groups: aCaseload(3), exceptions: [exception], organisation })
  const user = await sitDownAt(desk, view)
  screen.queryByRole('grid')?.focus()
  return { desk, user }
}

const pages = ['today', 'team', 'teams', 'segment-map', 'data-exceptions', 'needs-you'] as const

describe('INC-15, ADV-1: a panel opens in every view', () => {
  it.each(pages)('in %s: an incident, saved views', async view => {
    const { user } = await sit(view)
    await user.keyboard('N')
    expect(pane().ariaLabel).toBe('The new incident')
    await user.keyboard('{Escape}')
    screen.queryByRole('grid')?.focus()
    await user.keyboard('v')
    expect(pane().ariaLabel).toBe('Saved views')
  })

  it('in Today the question that the palette has', async () => {
    const { user } = await sit('today', 'N1-lead')
    await user.keyboard('{Control>}k{/Control}')
    await user.click(await screen.findByText('Ask for advice without a case'))
    await waitFor(() => expect(pane().ariaLabel).toBe('What will be asked'))
  })
})

describe('a panel that is closed', () => {
  it('gives the focus back to the list, or to its title where nothing is in it', async () => {
    const { user } = await sit('case-groups', 'N1-lead')
    await user.keyboard('N{Escape}')
    expect(document.activeElement).toBe(screen.getByRole('grid'))
    cleanup()
    const empty = await sitDownAt(
      aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() }),
      'queue',
    )
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    await empty.keyboard('N')
    expect(pane().contains(document.activeElement)).toBe(true)
    await empty.keyboard('{Escape}')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })
})

describe('saved views', () => {
  it.each(['team', 'teams', 'segment-map'] as const)('of %s keep its order', async view => {
    const { desk, user } = await sit(view)
    const [first] = screen.getAllByRole('columnheader')
    await user.click(within(first as HTMLElement).getByRole('button'))
    await user.keyboard('v')
    await user.type(within(pane()).getByRole('textbox'), 'Mine')
    await user.click(within(pane()).getByRole('button', { name: 'Save view' }))
    expect([...desk.replica.aggregates('saved-view').values()]).toMatchObject([
      { list: view, settings: { sort: { direction: expect.any(String) } } },
    ])
  })

  it('of data exceptions keep which file they are of', async () => {
    const { desk, user } = await sit('data-exceptions')
    await user.click(screen.getByRole('checkbox', { name: /^case_groups/ }))
    screen.getByRole('grid').focus()
    await user.keyboard('v')
    await user.type(within(pane()).getByRole('textbox'), 'Groups')
    await user.click(within(pane()).getByRole('button', { name: 'Save view' }))
    expect([...desk.replica.aggregates('saved-view').values()]).toMatchObject([
      { list: 'data-exceptions', settings: { only: ['file.case-groups'] } },
    ])
  })

  it.each([
    ['today', 'Today has no filters'],
    ['needs-you', 'Needs you has no filters'],
  ])('of %s there are none, in words', async (view, words) => {
    const { user } = await sit(view)
    await user.keyboard('v')
    expect(pane().textContent).toContain(words)
  })
})
