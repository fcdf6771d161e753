import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type CsvStyle, csvWriter } from './csv-writer.ts'
import { type Row, type Rows, type Table, tableNames, tables } from './tables.ts'

export interface TableFiles {
  put<T extends Table>(table: T, row: Row<T>): void
  flush(): Promise<void>
  close(): Promise<void>
}

/** How a table's lines are written; a dirty sample has its own way. */
export interface Manner {
  style(table: Table): CsvStyle
  header(table: Table): readonly string[]
  lines<T extends Table>(table: T, row: Row<T>): readonly (readonly string[])[]
}

export const cleanManner: Manner = {
  style: () => ({ lineEnd: '\r\n', byteOrderMark: false }),
  header: table => tables[table],
  lines: (table, row) => [fieldsOf(table, row)],
}

export function fieldsOf<T extends Table>(table: T, row: Row<T>): string[] {
  const columns: readonly (keyof Row<T>)[] = tables[table]
  return columns.map(column => row[column])
}

export async function createTables(dir: string, manner: Manner): Promise<TableFiles> {
  const writers = new Map(
    await Promise.all(
      tableNames.map(
        async table => [table, await csvWriter(pathOf(dir, table), manner.style(table))] as const,
      ),
    ),
  )
  for (const [table, writer] of writers) writer.write(manner.header(table))
  return {
    put: (table, row) => {
      for (const fields of manner.lines(table, row)) writers.get(table)?.write(fields)
    },
    flush: async () => {
      await Promise.all([...writers.values()].map(writer => writer.flush()))
    },
    close: async () => {
      await Promise.all([...writers.values()].map(writer => writer.close()))
    },
  }
}

export async function readTables(dir: string): Promise<Rows> {
  const entries = await Promise.all(
    tableNames.map(async table => [table, await readTable(dir, table)] as const),
  )
  return Object.fromEntries(entries) as Rows
}

async function readTable<T extends Table>(dir: string, table: T): Promise<Row<T>[]> {
  const text = await readFile(pathOf(dir, table))
  return parse(text, { bom: true, columns: true, relax_column_count: true }) as Row<T>[]
}

function pathOf(dir: string, table: Table): string {
  return join(dir, `${table}.csv`)
}
