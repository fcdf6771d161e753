import { numberWords } from '../../../shared/queries/date-words.ts'
import { ONLY_ITS_REQUEST } from '../../../shared/queries/groups-to-move.ts'
import { RowList } from '../row-list.tsx'

/** Selected rows that the preview does not take, and why (ORPH-5). */
export function LeftOut({ rows }: { readonly rows: readonly string[] }) {
  if (rows.length === 0) return null
  return (
    <div className="preview-group preview-refused">
      <strong>
        {numberWords(rows.length)} {rows.length === 1 ? 'is' : 'are'} left out
      </strong>
      <p className="quiet">{ONLY_ITS_REQUEST}</p>
      <RowList rows={rows} />
    </div>
  )
}
