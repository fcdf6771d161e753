import { countries, countryNames } from '../../../shared/domain/country-name.ts'
import type { CaseOwningSegment } from '../../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle } from '../../../shared/queries/names.ts'
import { rankName } from '../../../shared/queries/rank-name.ts'
import type { SegmentStanding } from '../../../shared/queries/segment-map.ts'
import { sharesOf, shareWords } from '../../../shared/queries/segment-shares.ts'
import { Tag } from '../../components/tag.tsx'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import { countColumn, figureColumn } from '../list/figure-column.tsx'

/** Below a heading with the rank's name, a segment is called by what tells it from the others of the rank. */
export function standingColumns(
  index: OrganisationIndex,
  own: string | null,
  belowRank: boolean,
): readonly Column<SegmentStanding>[] {
  return [
    {
      id: 'segment',
      title: 'Segment',
      width: 240,
      grow: 2.4,
      cell({ name, segment }) {
        const title = belowRank && segment ? titleInRank(segment, index) : segmentTitle(name, index)
        if (name !== own) return title
        return (
          <span className="marked-name">
            <span>{title}</span>
            <Tag tone="calm">yours</Tag>
          </span>
        )
      },
      sortValue: ({ name }) => segmentTitle(name, index),
    },
    {
      id: 'takes',
      title: 'Takes',
      width: 130,
      grow: 1.6,
      cell({ segment }) {
        if (!segment) return 'not in the model'
        const words = shareWords(segment, sharesOf(segment, index.bom)).join('; ')
        return <span title={words}>{words}</span>
      },
    },
    ...(own === null
      ? [
          countColumn<SegmentStanding>(
            'teams',
            'Teams',
            74,
            ({ name }) => index.teamsOfSegment.get(name)?.length ?? 0,
          ),
        ]
      : counts),
  ]
}

/** Of the case groups that one may see; service management is sent none. */
const counts: readonly Column<SegmentStanding>[] = [
  figureColumn('groups', 'Here', 64),
  figureColumn('out', 'Go out', 68),
  figureColumn('in', 'Come in', 74),
  figureColumn('heldOut', 'Held back', 88),
  figureColumn('unplaced', 'Unplaced', 80),
]

function titleInRank({ description, rank, country }: CaseOwningSegment, { bom }: OrganisationIndex): string {
  const name = rankName(rank, bom)
  const rest = description.startsWith(name) ? description.slice(name.length).trim() : description
  return rest === '' ? countryNames[country] : rest
}

const GONE = 'gone'

/** A heading for each rank, which says what country lacks it (BOM-5). */
export function standingSections({ bom }: OrganisationIndex): Sections<SegmentStanding> {
  return {
    of: ({ segment }) => (segment ? String(segment.rank) : GONE),
    title(section, count) {
      if (section === GONE) return `No longer in the operating model · ${counted(count, 'segment')}`
      const rank = Number(section)
      const lacking = countries.filter(country => !bom.ranksOfCountry[country].has(rank))
      const skipped = lacking.map(country => ` · ${countryNames[country]} has none`).join('')
      return `${numberWords(rank)}. ${rankName(rank, bom)}${skipped}`
    },
    alarming: section => section === GONE,
  }
}
