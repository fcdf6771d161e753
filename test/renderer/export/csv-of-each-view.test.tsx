// @vitest-environment jsdom

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import Papa from 'papaparse'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aLock, aPerson, number } from '../../make/a-case-group.ts'
import { aDataException } from '../../make/a-data-exception.ts'
import { aDifference } from '../../make/a-difference.ts'
import { busy } from '../../make/a-group-with-clocks.ts'
import { anOrphan, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { aGeneralRequest } from '../../make/an-advice-request.ts'
import { aDesk } from '../make/a-desk.ts'
import { aDesktop } from '../make/a-desktop.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const holderDrifts = aDifference('holder', 'N1-2')

const groups = [
  busy,
  anOrphan('10000002'),
  aCaseGroup({ id: number('10000003'), holder: null }),
  aCaseGroup({ id: number('10000004'), lock: aLock() }),
  aCaseGroup({ id: number('10000005'), people: [aPerson('pp', { postcode: 'BS1 1AA' }), aPerson('rp')] }),
  aCaseGroup({ id: number('10000006'), differences: [holderDrifts] }),
]

/** With a manager, who has every view; each of these has something in it. */
const views = [
  'today',
  'orphans',
  'recovery',
  'locks',
  'queue',
  'requests',
  'incidents',
  'advice',
  'deadlines',
  'returns',
  'team',
  'teams',
  'case-groups',
  'allocation-drift',
  'differences',
  'data-exceptions',
  'segment-map',
]

/** What the list shows: the titles of its columns, and each row's first cell. */
function displayed() {
  const grid = within(screen.getByRole('grid'))
  const titles = grid.getAllByRole('columnheader').map(({ textContent }) => textContent)
  const rows = [...document.querySelectorAll('[data-line]')].map(
    row => row.querySelector('.grid-cell:not(.grid-check)')?.textContent ?? '',
  )
  return { titles: titles.filter(title => title !== 'Selected'), rows }
}

// A tag is drawn apart from the words before it, and written after a space or a comma.
const plain = (text: string) => text.replace(/[\s,]+/g, '')

describe('CSV of the list as displayed', () => {
  it.each(views)('of %s has its columns and its rows in their order', async view => {
    const desktop = aDesktop()
    const desk = aDesk({
      actor: 'N1-mgr',
      groups,
      recoveries: [aRecovery({ masterCaseNumber: number('10000002') })],
      advice: [aGeneralRequest()],
      exceptions: [aDataException('a', { caseGroups: [number('10000003')] })],
      organisation: organisationLeft(),
    })
    const user = await sitDownAt(desk, view, undefined, desktop)
    const { titles, rows } = displayed()
    expect(rows.length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: 'CSV of this list' }))
    await waitFor(() => expect(desktop.saved.size).toBe(1))
    const [content = ''] = desktop.saved.values()
    const { data } = Papa.parse<string[]>(content.replace('\uFEFF', '').trimEnd())
    const [head = [], ...lines] = data
    const headed = head[0] === 'Group' ? 1 : 0
    expect(head.slice(headed)).toEqual(titles)
    expect(lines.map(line => plain(line[headed] ?? ''))).toEqual(rows.map(plain))
  })
})
