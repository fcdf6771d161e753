import { inject } from 'vitest'
import { copyDatabase, type TestDatabase } from './database-copy.ts'

/** Makes a database of a hub without any data, of the test's own. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  copyDatabase(inject('postgres'), 'desk_template')
