import { numberWords } from '../../shared/queries/date-words.ts'
import { RowList } from './row-list.tsx'

interface OutcomeListProps {
  /** Rows that end alike; `why` they do not happen, null where they do. */
  readonly outcomes: readonly { readonly why: string | null; readonly rows: readonly string[] }[]
  /** What happens to them, said after their number. */
  readonly happens: string
}

/** What will happen to some rows: to how many, and why not to the others. */
export function OutcomeList({ outcomes, happens }: OutcomeListProps) {
  return (
    <ul className="preview">
      {outcomes.map(({ why, rows }) => (
        <li key={why ?? ''} className={`preview-group preview-${why === null ? 'happens' : 'refused'}`}>
          <strong>
            {numberWords(rows.length)} {why === null ? happens : 'cannot be done'}
          </strong>
          {why !== null && <p className="quiet">{why}</p>}
          <RowList rows={rows} />
        </li>
      ))}
    </ul>
  )
}
