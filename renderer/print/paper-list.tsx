import { numberWords } from '../../shared/queries/date-words.ts'
import { leaveOutSensitive, leftOutWords } from '../export/leave-out-sensitive.ts'
import type { ListOnShow, RowOnShow } from '../grid/list-on-show.ts'
import { useDesk } from '../views/desk-context.ts'

/** Some seventy pages; who needs more is better served by the file. */
export const PAPER_ROWS = 3_000

/** A list as displayed, as one table: the headings of its groups, and each row under its first cell. */
export function PaperList({ list: onShow }: { readonly list: ListOnShow }) {
  const { replica } = useDesk()
  const { list, leftOut } = leaveOutSensitive(onShow, replica)
  const { label, columns, rows, selected } = list
  const printed = rows.slice(0, PAPER_ROWS)
  return (
    <>
      <h1>{label}</h1>
      {selected && <p>The {numberWords(rows.length)} selected rows.</p>}
      {printed.length < rows.length && (
        <p>
          The first {numberWords(printed.length)} of {numberWords(rows.length)} rows. Select or filter to
          print others; the CSV file has all.
        </p>
      )}
      {leftOut > 0 && <p>{leftOutWords(leftOut)}</p>}
      <table>
        <thead>
          <tr>
            {columns.map(({ id, title, align }) => (
              <th key={id} scope="col" className={align === 'end' ? 'grid-number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(printed).map(({ heading, members }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never changed.
          <tbody key={place}>
            {heading !== null && (
              <tr className="paper-heading">
                <th scope="rowgroup" colSpan={columns.length}>
                  {heading}
                </th>
              </tr>
            )}
            {members.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never changed.
              <PaperRow key={at} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}

function PaperRow({ row, columns }: { readonly row: RowOnShow } & Pick<ListOnShow, 'columns'>) {
  const cells = row.cells()
  return (
    <tr>
      {columns.map(({ id, align }, place) => {
        const className = align === 'end' ? 'grid-number' : undefined
        return place === 0 ? (
          <th key={id} scope="row" className={className}>
            {cells[place]}
          </th>
        ) : (
          <td key={id} className={className}>
            {cells[place]}
          </td>
        )
      })}
    </tr>
  )
}

interface Group {
  readonly heading: string | null
  readonly members: RowOnShow[]
}

function groupsOf(rows: readonly RowOnShow[]): readonly Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.heading === row.heading) last.members.push(row)
    else groups.push({ heading: row.heading, members: [row] })
  }
  return groups
}
