import type { Column } from '../../grid/column.ts'

type Choosable = Pick<Column<never>, 'id' | 'leftOutAtFirst'>

/** The columns of a list: the first always, it says which row it is; the others as at first, or turned round. */
export const shownColumns = <Each extends Choosable>(
  columns: readonly Each[],
  turned: ReadonlySet<string>,
): readonly Each[] =>
  columns.filter(({ id, leftOutAtFirst = false }, place) => place === 0 || turned.has(id) === leftOutAtFirst)

/** Which of them are otherwise than at first where these are shown. */
export const turnedWhere = (columns: readonly Choosable[], shown: readonly string[]): readonly string[] =>
  columns
    .filter(({ id, leftOutAtFirst = false }) => shown.includes(id) === leftOutAtFirst)
    .map(({ id }) => id)
