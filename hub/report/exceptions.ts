import { sql } from 'kysely'
import type { ReportContext, ReportRow } from './report.ts'

interface Row {
  readonly file: string
  readonly line: number
  readonly key: string
  readonly column: string | null
  readonly kind: string
  readonly value: string
  readonly reason: string
  readonly place: number
}

const PAGE = 1000

/** The data exceptions of the last import, file by file and line by line (IMP-1). */
export async function* exceptionsReport({ tx }: ReportContext): AsyncGenerator<ReportRow> {
  let after = 0
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT * FROM data_exception WHERE place > ${after} ORDER BY place LIMIT ${PAGE}`.execute(tx)
    for (const { file, key, column, kind, line, value, reason } of rows)
      yield { file, key, column, kind, line, value, reason }
    const last = rows.at(-1)
    if (!last) return
    after = last.place
  }
}
