import { numberWords } from '../../../shared/queries/date-words.ts'
import type { RequestRow, RequestSection } from '../../../shared/queries/requests.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'

const sectionWords: Readonly<Record<RequestSection, string>> = {
  news: 'Answered by a specialist: carry on',
  overdue: 'Overdue',
  'this-week': 'Due within seven days',
  later: 'Due later',
  undated: 'Without a due date',
  post: 'Post',
}

export const requestListSections: Sections<RequestRow> = {
  of: ({ section }) => section,
  title: (section, count) => `${sectionWords[section as RequestSection]} · ${numberWords(count)}`,
  alarming: section => section === 'overdue' || section === 'news',
}

const kindFacet: Facet<RequestRow> = {
  id: 'kind',
  title: 'Kind',
  options: [
    { value: 'case-owning', label: 'Case-owning' },
    { value: 'functionally-unique', label: 'Specialist' },
    { value: 'post', label: 'Post' },
  ],
  valuesOf: ({ request }) => [request?.kind ?? 'post'],
}

const dueFacet: Facet<RequestRow> = {
  id: 'due',
  title: 'Due',
  options: [
    { value: 'overdue', label: 'Overdue' },
    { value: 'this-week', label: 'Within seven days' },
    { value: 'later', label: 'Later' },
    { value: 'undated', label: 'No due date' },
  ],
  valuesOf: ({ section }) => [section],
}

const statusFacet: Facet<RequestRow> = {
  id: 'status',
  title: 'Status',
  options: [
    { value: 'not-started', label: 'Not started' },
    { value: 'started', label: 'Started' },
    { value: 'ready', label: 'Ready to close' },
    { value: 'unheld', label: 'Held by nobody' },
  ],
  valuesOf: ({ request }) => (request ? statusesOf(request) : []),
}

/** A specialist's answer is for the owner of the case group (SR-7). */
export const requestFacets: readonly Facet<RequestRow>[] = [
  kindFacet,
  { ...dueFacet, options: [...dueFacet.options, { value: 'news', label: 'Answered: carry on' }] },
  statusFacet,
]

/** Among specialists all is specialist work. */
export const specialistFacets: readonly Facet<RequestRow>[] = [dueFacet, statusFacet]

function statusesOf({ status, holder, activities }: NonNullable<RequestRow['request']>): readonly string[] {
  const ready = status === 'Started' && activities.every(activity => activity.status === 'Done')
  return [
    status === 'Not Started' ? 'not-started' : status.toLowerCase(),
    ...(ready ? ['ready'] : []),
    ...(holder === null ? ['unheld'] : []),
  ]
}
