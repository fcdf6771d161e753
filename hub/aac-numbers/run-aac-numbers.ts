import type { AacNumbers } from '../../shared/domain/aac-numbers.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { textOfFile } from '../import/text-of-file.ts'
import { importAacNumbers } from './import-aac-numbers.ts'
import { readAacNumbers } from './read-aac-numbers.ts'

const MOST_BYTES = 100_000

/** The numbers in a file, before any database is opened. */
export async function fileOfAacNumbers(path: string): Promise<AacNumbers> {
  return readAacNumbers(await textOfFile(path, MOST_BYTES, 'for AAC’s numbers'))
}

/** The command `aac-numbers import`. */
export async function runAacNumbers(newer: AacNumbers, databaseUrl: string, json: boolean): Promise<void> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const now = new Date().toISOString()
    const changed = await database.db.transaction().execute(tx => importAacNumbers(tx, newer, now))
    process.stdout.write(
      json ? `${JSON.stringify({ changed, numbers: newer.numbers })}\n` : asText(changed, newer),
    )
  } finally {
    await database.close()
  }
}

function asText(changed: boolean, { numbers }: AacNumbers): string {
  const lines = numbers.map(({ site, number }) => `${site}: ${number}`)
  const verdict = changed ? 'AAC’s numbers are these now.' : 'Nothing to change.'
  return `${[...lines, verdict].join('\n')}\n`
}
