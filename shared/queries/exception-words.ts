import { type DataException, type FaultKind, isOfNino } from '../domain/data-exception.ts'
import { maskedNinos } from './masked-ninos.ts'

/** What is wrong, in two words. */
export const faultWords: Readonly<Record<FaultKind, string>> = {
  value: 'Wrong value',
  missing: 'Missing value',
  reference: 'Refers to nothing',
  duplicate: 'Repeated',
  'second group of a paying parent': 'Second group',
  parent: 'Belongs to a rejected row',
}

/** The value as a list has it. */
export const valueWords = (exception: Pick<DataException, 'column' | 'value'>): string =>
  isOfNino(exception) ? maskedNinos(exception.value) : exception.value

/** What a person does about it in CMS2012; the next extract then brings it in (IMP-1). */
export function remedyOf({ fault, column, file }: DataException): string {
  const what = column === null ? 'the row' : `“${column}”`
  switch (fault) {
    case 'value':
      return column === null
        ? 'The row has too many or too few fields. Ask whoever makes the extract to write it again.'
        : `Correct ${what} in CMS2012.`
    case 'missing':
      return `Enter ${what} in CMS2012: without it the row is not taken in.`
    case 'reference':
      return `Correct ${what} in CMS2012, or enter there what it refers to.`
    case 'duplicate':
      return `There are two rows of this number in ${file}. This one was not taken in, nor is the first where it has an exception of its own; find out which is right and remove the other in CMS2012.`
    case 'second group of a paying parent':
      return 'A paying parent has one case group. Join the two in CMS2012; until then only the first is here.'
    case 'parent':
      return 'Put the row right to which it belongs: it has a data exception of its own. This one goes with it.'
  }
}
