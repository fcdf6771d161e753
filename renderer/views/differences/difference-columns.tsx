import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { type Instant, londonDate } from '../../../shared/domain/time.ts'
import { shortDate } from '../../../shared/queries/date-words.ts'
import { carriedWords, fieldTitles, valueWords } from '../../../shared/queries/difference-words.ts'
import type { ComparedField, DifferenceRow } from '../../../shared/queries/differences.ts'
import { segmentTitleBeside } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { Pending } from '../list/cells.tsx'
import { numberColumn, titleColumn } from '../list/common-columns.tsx'

export function differenceColumns(readings: Readings, replica: Replica): readonly Column<DifferenceRow>[] {
  return [
    numberColumn,
    titleColumn,
    {
      id: 'fields',
      title: 'What differs',
      width: 144,
      grow: 0.8,
      cell({ group, fields }) {
        const titles = fields.map(({ field }) => fieldTitles[field]).join(', ')
        return (
          <>
            <Pending group={group} replica={replica} /> <span title={titles}>{titles}</span>
          </>
        )
      },
      sortValue: ({ fields }) => fields.map(({ field }) => field).join(),
    },
    sideColumn('ours', 'Here', readings),
    sideColumn('source', 'In CMS2012', readings),
    sinceColumn('oursSince', 'Here since'),
    sinceColumn('sourceSince', 'There since'),
  ]
}

function sideColumn(side: 'ours' | 'source', title: string, { index }: Readings): Column<DifferenceRow> {
  const words = ({ fields }: DifferenceRow) =>
    fields.map(each => carriedWords(each.field, each[side], index)).join('; ')
  const shortWords = ({ fields }: DifferenceRow) =>
    fields.map(each => shortValue(each, side, index)).join('; ')
  return {
    id: side,
    title,
    width: 224,
    grow: 1.6,
    // What is to be carried is carried with a file: that has the whole name, and the number or name of the system.
    cell: (row, width) => (
      <span title={words(row)}>{width === undefined ? words(row) : shortWords(row)}</span>
    ),
    sortValue: words,
  }
}

const otherSide = { ours: 'source', source: 'ours' } as const

/** Of two segments what tells them apart: their regions are mostly the same. */
function shortValue(each: ComparedField, side: 'ours' | 'source', index: OrganisationIndex): string {
  const [value, other] = [each[side], each[otherSide[side]]]
  return each.field === 'segment' && value !== null && other !== null
    ? segmentTitleBeside(value as SegmentName, other as SegmentName, index)
    : valueWords(each.field, value, index)
}

function sinceColumn(side: 'oursSince' | 'sourceSince', title: string): Column<DifferenceRow> {
  return {
    id: side,
    title,
    width: 100,
    cell: ({ fields }) => {
      const since = latest(fields, side)
      return since === null ? <span className="quiet">not known</span> : shortDate(londonDate(since))
    },
    sortValue: ({ fields }) => latest(fields, side),
  }
}

function latest(fields: readonly ComparedField[], side: 'oursSince' | 'sourceSince'): Instant | null {
  return fields.reduce<Instant | null>((last, each) => {
    const since = each[side]
    return since !== null && (last === null || since > last) ? since : last
  }, null)
}
