// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { anIncident } from '../../make/an-incident.ts'
import { sit, with1 } from '../make/sit-at-incidents.ts'
import { pane } from '../make/sit-down.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  cleanup()
})

const authorised = with1({
  state: 'authorised',
  authorised: { by: 'N1-lead', at: '2026-11-20T12:00:00.000Z', readConsultation: true } as never,
  details: { ...anIncident().details, location: 'Hastings' },
})
const copied = () => navigator.clipboard.readText()

describe('INC-4, INC-6, INC-7 what goes elsewhere is copied at once', () => {
  it.each([
    ['n', 'Note for CMS2012', /^Case\/SR number: .*\nClient: /],
    ['e', 'Referral as an email', /^Subject: Referral for authorisation/],
    [
      's',
      'Call script',
      /^SR number: the serviceRequest\n[\s\S]*: the team \(The record says “Team N1” now\.\)\n[\s\S]*What is wrong: SBL-DAT-00215/,
    ],
    ['t', 'AAC’s telephone', /^788508008$/],
  ])(', %s: %s, and it is said', async (key, title, text) => {
    const { user } = await sit('N1-1', [authorised])
    await user.keyboard(`,${key}`)
    expect(await screen.findByText(`${title}:`)).toBeTruthy()
    expect(await copied()).toMatch(text)
    expect(screen.getByText(`${title}:`).parentElement?.textContent).toBe(`${title}: copied.`)
    await user.keyboard('E')
    await waitFor(() => expect(screen.queryByText(`${title}:`)).toBeNull())
  })

  it('says so where the page may not, and what to do then', async () => {
    const { user } = await sit('N1-1', [authorised])
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'))
    await user.keyboard(',n')
    const said = await screen.findByText('Note for CMS2012:')
    expect(said.parentElement?.textContent).toContain('not copied. Show the text in the pane')
    await user.click(within(pane()).getByRole('button', { name: 'Copy: Note for CMS2012' }))
    expect(await within(pane()).findByText('Not copied: select the text and copy it')).toBeTruthy()
  })

  it('from the form that calls AAC too, each button in sight without anything unfolded', async () => {
    const { user } = await sit('N1-1', [authorised])
    await user.keyboard('P')
    for (const title of ['Note for CMS2012', 'Referral as an email', 'Call script', 'AAC’s telephone']) {
      const button = within(pane()).getByRole('button', { name: `Copy: ${title}` })
      expect(button.closest('details')).toBeNull()
      await user.click(button)
    }
    expect(await copied()).toBe('788508008')
    expect(within(pane()).getAllByText('Copied')).toHaveLength(4)
  })

  it('are found by their names in the palette', async () => {
    const { user } = await sit('N1-1', [authorised])
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox')
    await waitFor(() => expect(field.closest('[role=dialog]')?.contains(document.activeElement)).toBe(true))
    await user.type(field, 'copy call script{Enter}')
    expect(await screen.findByText('Call script:')).toBeTruthy()
    expect(await copied()).toContain('What is wrong: ')
  })
})
