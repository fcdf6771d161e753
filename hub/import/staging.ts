import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { ExtractFile } from './extract-files.ts'
import type { ImportSession, Queries } from './session.ts'

/**
 * Where the rows of a file wait until all are there: rejected ones too, for what hangs on them. Of a settled one
 * nothing more is said: it is ragged, or repeats a key.
 */
export const stageOf = (name: ExtractFile['name']) => `stage_${name}`

/** Makes and fills the stage of a file with texts of `copyText`. */
export async function fillStage(
  { queries, copying }: ImportSession,
  file: ExtractFile,
  texts: AsyncIterable<string>,
): Promise<void> {
  await createStage(queries, file)
  await copyInto(copying, file, texts)
  await queries.query(`ANALYZE ${stageOf(file.name)}`)
}

async function createStage(queries: Queries, file: ExtractFile): Promise<void> {
  const columns = file.columns.map(({ name }) => `${name} text COLLATE "C"`).join(', ')
  await queries.query(`
    CREATE TEMP TABLE ${stageOf(file.name)} (
      line bigint, key text COLLATE "C", rejected boolean, settled boolean, faults text, ${columns}
    )`)
}

async function copyInto(client: pg.Client, file: ExtractFile, texts: AsyncIterable<string>): Promise<void> {
  await pipeline(texts, client.query(from(`COPY ${stageOf(file.name)} FROM STDIN`)))
}
