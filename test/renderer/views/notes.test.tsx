// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../../renderer/export/text-of.ts'
import { notesCell } from '../../../renderer/views/list/notes.tsx'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { Due } from '../../../shared/queries/due.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'

afterEach(cleanup)

/** How wide the column is on a laptop. */
const LAPTOP = 154
const today = '2026-11-21' as PlainDate
const overdue = { on: '2026-11-04' } as Due

function notesOf(more: Partial<CaseGroup>, due: Due | null = overdue, width = LAPTOP): ReactElement {
  const group = aCaseGroup(more)
  const { replica } = aDesk({ actor: 'N1-lead', groups: [group], organisation: anOrganisation() })
  const index = indexOrganisation(anOrganisation())
  return <>{notesCell({ group, due, index, replica, width, today })}</>
}

/** What is drawn of it. */
const drawn = (notes: ReactElement) =>
  [...render(notes).container.querySelectorAll('.tag:not(.tag-rest), .tag-more')].map(
    ({ textContent }) => textContent,
  )

describe('the notes on a row', () => {
  it('are all there where there is room for them', () => {
    expect(drawn(notesOf({ lock: aLock() }, null))).toEqual(['Locked'])
  })

  it('TEAM-2: say that the holder is away first, and who sees to it', () => {
    const away = aCaseGroup({ holder: 'N1-1' as never, lock: aLock() })
    const index = indexWith(indexOrganisation(anOrganisation()), [
      aRota('N1', { absences: [anAbsence('N1-1', '2026-11-20', '2026-11-30')] }),
    ])
    const { replica } = aDesk({ actor: 'N1-lead', groups: [away], organisation: anOrganisation() })
    const notes = <>{notesCell({ group: away, due: null, index, replica, today, width: LAPTOP })}</>
    expect(drawn(notes)).toEqual(['Holder away', '+2'])
    expect(textOf(notes)).toBe('Holder away, Person N1-lead sees to it, Locked')
  })

  it('are counted where there is none, so that no word is cut in two', () => {
    const many = notesOf({ lock: aLock(), complaint: 'unresolved', itemErrorStatus: 'Item Error' })
    expect(drawn(many)).toEqual(['17 days overdue', '+3'])
  })

  it('are as many as a wider column has room for', () => {
    const all = { lock: aLock(), complaint: 'unresolved', itemErrorStatus: 'Item Error' } as const
    expect(drawn(notesOf(all, overdue, 240))).toEqual(['17 days overdue', 'Locked', '+2'])
    expect(drawn(notesOf(all, overdue, 480))).toHaveLength(4)
  })

  it('are all read out, and go to a file, whether they are drawn or not', () => {
    const many = notesOf({ lock: aLock(), itemErrorStatus: 'Item Error' })
    const read = render(many).container.querySelectorAll('.tag:not([aria-hidden])')
    expect([...read].map(({ textContent }) => textContent)).toEqual([
      '17 days overdue',
      'Locked',
      'Item Error',
    ])
    expect(textOf(many)).toBe('17 days overdue, Locked, Item Error')
  })
})
