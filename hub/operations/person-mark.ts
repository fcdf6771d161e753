import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Database } from '../database/database.ts'

/**
 * What stands for somebody in the log: the same each time, so that what one person did or tried can be put together,
 * and read back only with the hub's own secret (`audit --person`).
 */
export async function personMark({ db }: Pick<Database, 'db'>, staffNumber: StaffNumber): Promise<string> {
  const { cookie_secret } = await db
    .selectFrom('hub_version')
    .select('cookie_secret')
    .executeTakeFirstOrThrow()
  return createHmac('sha256', cookie_secret).update(`log ${staffNumber}`).digest('hex').slice(0, 16)
}

export interface Telling {
  readonly database: Pick<Database, 'db'>
  readonly log: Logger
}

/** Never fails: what one did is done, whether or not it can be logged. */
export async function logPerson(
  { database, log }: Telling,
  level: 'info' | 'warn',
  staffNumber: StaffNumber,
  words: string,
): Promise<void> {
  const person = await personMark(database, staffNumber).catch(() => '')
  log[level]({ person }, words)
}
