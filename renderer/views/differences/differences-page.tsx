import { useMemo } from 'react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { differenceKindWords } from '../../../shared/queries/difference-words.ts'
import {
  type DifferenceKind,
  type DifferenceRow,
  differenceKinds,
} from '../../../shared/queries/differences.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Sections } from '../../grid/lines.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'
import { differenceColumns } from './difference-columns.tsx'
import { differenceFacets } from './difference-facets.ts'

/** What CMS2012 has otherwise than the desk: to be settled, or to be carried there (IMP-6, IMP-9). */
export function DifferencesPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const view = useMemo(() => differencesView(readings, replica), [readings, replica])
  return <ListPage view={view} />
}

function differencesView(readings: Readings, replica: Replica): ListView<DifferenceRow> {
  const { differences, view } = readings
  const parts = differenceKinds.flatMap(kind => {
    const count = differences.filter(row => row.kind === kind).length
    return count > 0 ? [`${numberWords(count)} ${shortWords[kind]}`] : []
  })
  return {
    id: 'differences',
    title: `Differences with CMS2012 in ${titleOf(view)}: ${parts.join(', ') || 'none'}`,
    note: `The next extract that agrees empties this list by itself. ${factsAsOf(readings)}`,
    rows: differences,
    keyOf: ({ group, kind }) => `${kind}\n${group.id}`,
    columns: withMasterCase(differenceColumns(readings, replica), readings),
    facets: differenceFacets,
    sections: kindSections,
    doings: ['settle-drift'],
    empty:
      view.kind === 'segment'
        ? `The desk and CMS2012 agree on every case group of ${titleOf(view)}`
        : 'Only a segment manager settles differences with CMS2012',
    emptyNext: 'A case group comes here when CMS2012 has something else than was decided at the desk.',
  }
}

const shortWords: Readonly<Record<DifferenceKind, string>> = {
  drift: 'to settle',
  'moved-while-locked': 'moved while locked',
  'to-carry': 'to carry',
}

const kindSections: Sections<DifferenceRow> = {
  of: ({ kind }) => kind,
  title: (kind, count) => `${differenceKindWords[kind as DifferenceKind]} · ${numberWords(count)}`,
  alarming: kind => kind !== 'to-carry',
}
