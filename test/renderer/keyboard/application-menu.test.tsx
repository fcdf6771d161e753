// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { aDesktop } from '../make/a-desktop.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

async function sit() {
  const desktop = aDesktop()
  const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'case-groups', undefined, desktop)
  await waitFor(() => expect(desktop.menu().length).toBeGreaterThan(0))
  const item = (id: string) => desktop.menu().find(each => each.id === id)
  return { desktop, user, item, choose: (id: string) => act(() => desktop.choose(id)) }
}

describe('the application menu', () => {
  it('has all that is found by name, under the same names', async () => {
    const { desktop, user } = await sit()
    await user.keyboard('{Control>}k{/Control}')
    const options = await screen.findAllByRole('option')
    for (const { name, enabled } of desktop.menu()) {
      const option = options.find(({ textContent }) => textContent?.includes(name))
      expect(option, name).toBeTruthy()
      expect(enabled, name).toBe(option?.getAttribute('aria-disabled') === 'false')
    }
    expect(options).toHaveLength(desktop.menu().length)
  })

  it('has the keys, and the names as they are for what is selected', async () => {
    const { user, item } = await sit()
    expect(item('go-locks')).toMatchObject({ menu: 'Go', keys: ['g', 'l'], enabled: true })
    expect(item('export-csv')).toMatchObject({ menu: 'File', name: 'CSV of this list' })
    await user.keyboard('jx')
    await waitFor(() => expect(item('export-csv')?.name).toBe('CSV of the selected rows'))
  })

  it('does what is chosen, over whatever lies over the desk', async () => {
    const { user, choose } = await sit()
    await user.keyboard('?')
    expect(await screen.findByRole('dialog')).toBeTruthy()
    choose('go-locks')
    expect(await screen.findByRole('heading', { level: 1, name: /^Locks in/ })).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('does nothing that cannot be done or is not there', async () => {
    const { desktop, choose } = await sit()
    choose('no such action')
    const off = desktop.menu().find(({ enabled }) => !enabled)
    choose(off?.id ?? '')
    expect(screen.getByRole('heading', { level: 1, name: /^Case groups of/ })).toBeTruthy()
  })

  it('is empty when nobody is at work any more', async () => {
    const { desktop } = await sit()
    cleanup()
    expect(desktop.menu()).toEqual([])
  })
})

describe('outside of the page', () => {
  it('a list is saved as CSV and as PDF, under a name that is about nobody', async () => {
    const { desktop, choose } = await sit()
    choose('export-csv')
    await waitFor(() => expect(desktop.saved.size).toBe(1))
    choose('save-pdf')
    await waitFor(() => expect(desktop.saved.size).toBe(2))
    const [[csv, listed] = [], [pdf, paper] = []] = [...desktop.saved]
    expect(csv).toMatch(/^Case groups, \d+ \w+ \d{4}\.csv$/)
    expect(listed).toContain('Master case,Title,Held by')
    expect(pdf).toMatch(/^Team Leader Desk, \d+ \w+ \d{4}\.pdf$/)
    expect(paper).toMatch(/Case groups of/)
    await waitFor(() => expect(document.querySelector('.paper')).toBeNull())
  })

  it('what is running here, and of when its facts are, is told by About', async () => {
    const { choose } = await sit()
    choose('about')
    const dialog = within(await screen.findByRole('dialog'))
    await waitFor(() => expect(dialog.getByText('1.2.3')).toBeTruthy())
    for (const words of ['45.4.1', '156.0.8078.79', /^protocol 1/])
      expect(dialog.getByText(words)).toBeTruthy()
    expect(dialog.getByText('CMS2012 as of')).toBeTruthy()
  })
})
