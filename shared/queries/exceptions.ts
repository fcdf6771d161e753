import { type DataException, goesWithAnother } from '../domain/data-exception.ts'

/** What is to be put right, file by file, line by line; then what goes with that. */
export const exceptionsInOrder = (exceptions: readonly DataException[]): readonly DataException[] =>
  [...exceptions].sort(
    (a, b) =>
      Number(goesWithAnother(a)) - Number(goesWithAnother(b)) ||
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.id, b.id),
  )

export const toBePutRight = (exceptions: readonly DataException[]): readonly DataException[] =>
  exceptions.filter(each => !goesWithAnother(each))

// Not by the order of a language, which takes longer: they are names that the import wrote.
const compare = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
