import { type DataException, type FaultKind, goesWithAnother } from '../../../shared/domain/data-exception.ts'
import { faultWords } from '../../../shared/queries/exception-words.ts'
import type { Facet } from '../list/facet.ts'

// The address parts its tokens by blanks, and a saved view takes words without underscores.
const nameOf = (file: string) => file.replace(/\.csv$/, '').replaceAll('_', '-')
const tokenFor = (fault: FaultKind) => fault.replaceAll(' ', '-')
const faults = Object.keys(faultWords) as FaultKind[]

/** The filters that leave what a person is to put right. */
export const toCorrect = faults
  .filter(fault => !goesWithAnother({ fault }))
  .map(fault => `fault.${tokenFor(fault)}`)
  .join(' ')

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
    options: faults.map(fault => ({
      value: tokenFor(fault),
      label: faultWords[fault],
    })),
    valuesOf: ({ fault }) => [tokenFor(fault)],
  },
]
