import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importExtract } from '../../../hub/import/import-extract.ts'
import type { ImportResult } from '../../../hub/import/import-result.ts'
import type { TestDatabase } from '../../database-copy.ts'
import { createTestDatabase } from '../../postgres.ts'
import { expectedRows, fixtures, reportedRows, reportNames } from './expected.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const run = (folder: string) =>
  importExtract({
    folder: join(fixtures, folder),
    databaseUrl: database.url,
    now: '2026-11-22T06:00:00.000Z',
    progress: () => {},
  })

describe('IMP-6 the extract, and the one of the next day', () => {
  for (const folder of ['extract', 'extract-next']) {
    let result: ImportResult

    it(`${folder} is imported, and every row is accounted for (IMP-1)`, async () => {
      result = await run(folder)
      for (const { rows, imported, unchanged, exceptions } of result.files)
        expect(imported + unchanged + exceptions).toBe(rows)
    })

    it.each(reportNames)(`${folder} leads to the expected %s`, async name => {
      expect(await reportedRows(database.url, name)).toEqual(await expectedRows(`${folder}-expected`, name))
    })
  }
})
