import { type DataException, goesWithAnother } from '../domain/data-exception.ts'

/** What is to be put right, file by file, line by line; then what goes with that. */
export const exceptionsInOrder = (exceptions: readonly DataException[]): readonly DataException[] =>
  [...exceptions].sort(
    (a, b) =>
      Number(goesWithAnother(a)) - Number(goesWithAnother(b)) ||
      a.file.localeCompare(b.file) ||
      a.line - b.line ||
      a.id.localeCompare(b.id),
  )

export const toBePutRight = (exceptions: readonly DataException[]): readonly DataException[] =>
  exceptions.filter(each => !goesWithAnother(each))
