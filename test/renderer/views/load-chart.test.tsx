// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { aDesktop, type DesktopInMemory } from '../make/a-desktop.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const overdue = (id: string) => aRequest(id, { dueOn: '2026-11-02' })
const later = (id: string) => aRequest(id, { dueOn: '2027-02-02' })

/** N1-1 has three groups, one request overdue and two that are not; N1-2 has one group and nothing else. */
const groups = [
  aCaseGroup({ id: number('10000001'), serviceRequests: [overdue('1-1'), later('1-2'), later('1-3')] }),
  aCaseGroup({ id: number('10000002') }),
  aCaseGroup({ id: number('10000003') }),
  aCaseGroup({ id: number('10000004'), holder: staff('N1-2') }),
]

async function chart(desktop: DesktopInMemory | null = null) {
  const desk = aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'team', undefined, desktop)
  await user.click(screen.getByRole('button', { name: 'Chart' }))
  return { user, figure: screen.getByRole('figure', { name: 'What each has in hand' }) }
}

const barsOf = (item: HTMLElement) =>
  [...item.querySelectorAll('rect')].map(bar => [
    bar.getAttribute('class'),
    Number(bar.getAttribute('x') ?? 0),
    Number(bar.getAttribute('width')),
  ])

describe('the load of each caseworker as a chart', () => {
  it('has the figures in words, so that it needs neither sight nor colour', async () => {
    const { figure } = await chart()
    const said = within(figure)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(said).toEqual([
      'Person N1-13 + 3 case groups and open requests, 1 overdue',
      'Person N1-21 + 0 case groups and open requests',
    ])
  })

  it('is drawn on one scale: who has most fills it, the overdue ones before the others', async () => {
    const { figure } = await chart()
    const [most, least] = within(figure).getAllByRole('listitem').map(barsOf)
    expect(most?.map(([kind, x, width]) => [kind, Math.round(Number(x)), Math.round(Number(width))])).toEqual(
      [
        ['bar-groups', 0, 500],
        ['bar-overdue', 500, 167],
        ['bar-requests', 667, 333],
      ],
    )
    expect(least?.map(([, , width]) => Math.round(Number(width)))).toEqual([167, 0, 0])
  })

  it('is gone through by key, and the way to the list leads into it', async () => {
    const { user, figure } = await chart()
    await user.click(screen.getByRole('button', { name: 'Skip to the list' }))
    expect(document.activeElement).toBe(figure)
    await user.keyboard('jj')
    expect(figure.querySelector('[aria-current=true]')?.textContent).toContain('Person N1-2')
    await waitFor(() => expect(pane().textContent).toContain('Person N1-2'))
  })

  it('is a file as the table is', async () => {
    const desktop = aDesktop()
    await chart(desktop)
    act(() => desktop.choose('export-csv'))
    await waitFor(() => expect([...desktop.saved.values()][0]).toContain('Person N1-1,3,3,1'))
  })

  it('gives way to the table again, which button is on being said', async () => {
    const { user } = await chart()
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByRole('button', { name: 'Chart', pressed: true })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getByRole('grid', { name: 'Caseworkers' })).toBeTruthy()
    expect(screen.queryByRole('figure')).toBeNull()
  })
})
