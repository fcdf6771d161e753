import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Orphan, OrphanSeverity } from '../../../shared/queries/orphans.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'
import { workFacet } from '../list/work-facets.ts'

const sectionWords: Readonly<Record<OrphanSeverity, string>> = {
  overdue: 'Deadline passed',
  'this-week': 'Deadline within seven days',
  'over-30': 'Invisible for over 30 days',
  'over-7': 'Invisible for 8 to 30 days',
  'up-to-7': 'Invisible for up to 7 days',
  'not-known': 'Invisible since a day that is not known',
}

/** Under headings by severity. */
export const orphanSections: Sections<Orphan> = {
  of: ({ severity }) => severity,
  title: (section, count) => `${sectionWords[section as OrphanSeverity]} · ${numberWords(count)}`,
  alarming: section => section === 'overdue' || section === 'this-week',
}

export const orphanFacets: readonly Facet<Orphan>[] = [
  {
    id: 'cause',
    title: 'Cause',
    options: [
      { value: 'team-move', label: 'Team move' },
      { value: 'access-removed', label: 'Access removed' },
    ],
    valuesOf: ({ orphaning }) => [orphaning.cause],
  },
  {
    id: 'invisible',
    title: 'Invisible for',
    options: [
      { value: 'over-30', label: 'Over 30 days' },
      { value: 'over-7', label: '8 to 30 days' },
      { value: 'up-to-7', label: 'Up to 7 days' },
      { value: 'not-known', label: 'Not known' },
    ],
    valuesOf: ({ invisibleDays: days }) => [
      days === null ? 'not-known' : days > 30 ? 'over-30' : days > 7 ? 'over-7' : 'up-to-7',
    ],
  },
  workFacet,
  {
    id: 'what',
    title: 'What',
    options: [
      { value: 'case-group', label: 'Case groups' },
      { value: 'specialist', label: 'Specialist requests' },
      { value: 'case-owning', label: 'Other requests' },
    ],
    valuesOf: ({ request }) => [
      request === null ? 'case-group' : request.kind === 'functionally-unique' ? 'specialist' : 'case-owning',
    ],
  },
]
