import { useMemo } from 'react'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { flags, flagsOf, flagWords } from '../../../shared/queries/flags.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { OverseenGroup } from '../../../shared/queries/overseen-groups.ts'
import { inOwnOrder } from '../../../shared/queries/own-groups.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { useWide } from '../../components/use-wide.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import {
  holderColumn,
  notesColumn,
  numberColumn,
  openWorkColumn,
  titleColumn,
} from '../list/common-columns.tsx'
import type { Facet } from '../list/facet.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { masterCaseColumns, withMasterCase } from '../list/master-case-columns.tsx'
import { workFacets } from '../list/work-facets.ts'
import { ownGroupSections } from './own-groups.ts'

/** Every live case group one oversees, or those of one caseworker (ACC-6). */
export function CaseGroupsPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const caseworker = useDeskState(state => state.list.caseworker)
  const { today, index } = readings
  const facets = useMemo(() => [...workFacets(today), flagFacet(index), held], [today, index])
  const view = useMemo(
    () => caseGroupsView(readings, replica, caseworker, facets),
    [readings, replica, caseworker, facets],
  )
  const wide = useWide()
  return <ListPage view={useMemo(() => (wide ? withWideNotes(view) : view), [view, wide])} />
}

/** Its many columns leave the notes no room to grow into: where the window is wide they have it from the start. */
const withWideNotes = (view: ListView<OverseenGroup>): ListView<OverseenGroup> => ({
  ...view,
  columns: view.columns.map(column => (column.id === 'notes' ? { ...column, width: 240 } : column)),
})

function caseGroupsView(
  readings: Readings,
  replica: Replica,
  caseworker: StaffNumber | null,
  facets: readonly Facet<OverseenGroup>[],
): ListView<OverseenGroup> {
  const { groups, index, view } = readings
  if (view.kind === 'person') return ownGroupsView(readings, replica, facets)
  const rows = caseworker === null ? groups : groups.filter(({ group }) => group.holder === caseworker)
  const whose = caseworker === null ? titleOf(view) : staffName(caseworker, index)
  return {
    id: 'case-groups',
    title: `Case groups of ${whose}: ${numberWords(rows.length)}`,
    note: `Live ones; a closed group is in no list. ${factsAsOf(readings)}`,
    rows,
    keyOf,
    columns: columnsOf(readings, replica),
    facets,
    sections: null,
    doings: ['return', 'allocate', 'set-lock', 'clear-lock'],
    rowActions: ['share-out', 'raise-request'],
    empty: `${whose} has no case groups`,
  }
}

/** A caseworker's own: what is for him to do, and what has nothing to be done (SR-7, RTS-7). */
function ownGroupsView(
  readings: Readings,
  replica: Replica,
  facets: readonly Facet<OverseenGroup>[],
): ListView<OverseenGroup> {
  const { groups, returns, today } = readings
  const toReturn = returns.length > 0 ? `, ${numberWords(returns.length)} to return` : ''
  return {
    id: 'case-groups',
    title: `My case groups: ${numberWords(groups.length)}${toReturn}`,
    note: `One without open work needs no reason to be returned. ${factsAsOf(readings)}`,
    rows: inOwnOrder(groups, returns, today),
    keyOf,
    columns: withMasterCase(
      columnsOf(readings, replica).filter(({ id }) => id !== 'holder' && id !== 'team'),
      readings,
    ),
    facets: facets.filter(({ id }) => id !== held.id),
    sections: ownGroupSections(today),
    doings: ['return', 'set-lock', 'clear-lock'],
    rowActions: ['raise-request'],
    empty: 'You hold no case group',
    emptyNext: 'What your team leader allocates to you comes here by itself.',
  }
}

const keyOf = ({ group }: OverseenGroup) => group.id

function columnsOf(readings: Readings, replica: Replica): readonly Column<OverseenGroup>[] {
  return [
    numberColumn,
    { ...titleColumn, width: 140 },
    { ...holderColumn(readings), width: 132 },
    openWorkColumn,
    notesColumn(readings, replica),
    ...masterCaseColumns(readings),
  ]
}

const flagFacet = (index: OrganisationIndex): Facet<OverseenGroup> => ({
  id: 'flag',
  title: 'Flagged',
  options: flags.map(value => ({ value, label: flagWords[value] })),
  valuesOf: ({ group }) => flagsOf(group, index),
})

const held: Facet<OverseenGroup> = {
  id: 'held',
  title: 'Held',
  options: [
    { value: 'somebody', label: 'By a caseworker' },
    { value: 'nobody', label: 'In a queue' },
  ],
  valuesOf: ({ group }) => [group.holder === null ? 'nobody' : 'somebody'],
}
