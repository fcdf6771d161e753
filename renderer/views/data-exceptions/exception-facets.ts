import type { DataException } from '../../../shared/domain/data-exception.ts'
import { faultWords } from '../../../shared/queries/exception-words.ts'
import type { Facet } from '../list/facet.ts'

// The address parts its tokens by blanks, and a saved view takes words without underscores.
const nameOf = (file: string) => file.replace(/\.csv$/, '').replaceAll('_', '-')
const tokenOf = (fault: DataException['fault']) => fault.replaceAll(' ', '-')

/** By file, those that have any; and by what is wrong. */
export const exceptionFacets = (exceptions: readonly DataException[]): readonly Facet<DataException>[] => [
  {
    id: 'file',
    title: 'File',
    options: [...new Set(exceptions.map(({ file }) => file))]
      .sort()
      .map(file => ({ value: nameOf(file), label: file.replace(/\.csv$/, '') })),
    valuesOf: ({ file }) => [nameOf(file)],
  },
  {
    id: 'fault',
    title: 'What is wrong',
    options: (Object.keys(faultWords) as DataException['fault'][]).map(fault => ({
      value: tokenOf(fault),
      label: faultWords[fault],
    })),
    valuesOf: ({ fault }) => [tokenOf(fault)],
  },
]
