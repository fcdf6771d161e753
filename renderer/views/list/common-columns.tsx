import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Due } from '../../../shared/queries/due.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { countCell } from './cells.tsx'
import { notesCell } from './notes.tsx'

interface About {
  readonly group: CaseGroup
}

export const numberColumn: Column<About> = {
  id: 'number',
  title: 'Master case',
  width: 92,
  cell: ({ group }) => <span className="number">{group.id}</span>,
  sortValue: ({ group }) => group.id,
}

export const titleColumn: Column<About> = {
  id: 'title',
  title: 'Title',
  width: 108,
  grow: 1.3,
  cell: ({ group }) => group.title,
  sortValue: ({ group }) => group.title,
}

export const holderColumn = ({ index }: Readings): Column<About> => ({
  id: 'holder',
  title: 'Held by',
  width: 110,
  grow: 1,
  cell: ({ group }) =>
    group.holder === null ? <span className="quiet">nobody</span> : staffName(group.holder, index),
  sortValue: ({ group }) => (group.holder === null ? null : staffName(group.holder, index)),
})

export const openWorkColumn: Column<{ readonly openWork: number }> = {
  id: 'work',
  title: 'Open',
  width: 54,
  align: 'end',
  cell: ({ openWork }) => countCell(openWork),
  sortValue: ({ openWork }) => openWork,
  firstDirection: 'descending',
}

export const notesColumn = (
  { index, today }: Readings,
  replica: Replica,
  withLock = true,
): Column<About & { readonly due: Due | null }> => ({
  id: 'notes',
  title: 'Next and notes',
  width: 154,
  grow: 1.8,
  cell: ({ group, due }, width) => notesCell({ group, due, index, today, replica, withLock, width }),
  sortValue: ({ due }) => due?.on ?? null,
})
