import { decidedFields } from '../../../shared/domain/difference.ts'
import { differenceShortWords, fieldTitles } from '../../../shared/queries/difference-words.ts'
import { type DifferenceRow, differenceKinds } from '../../../shared/queries/differences.ts'
import type { Facet } from '../list/facet.ts'

export const differenceFacets: readonly Facet<DifferenceRow>[] = [
  {
    id: 'kind',
    title: 'What is to be done',
    options: differenceKinds.map(value => ({ value, label: differenceShortWords[value] })),
    valuesOf: ({ kind }) => [kind],
  },
  {
    id: 'field',
    title: 'What differs',
    options: decidedFields.map(value => ({ value, label: fieldTitles[value] })),
    valuesOf: ({ fields }) => fields.map(({ field }) => field),
  },
]
