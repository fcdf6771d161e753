import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import { traceOf } from '../http/errors.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { endsIn, noteEnd, wordsOf } from './anchor-file.ts'

/** Notes where the audit trail ends in a file outside of the database. */
export interface Anchors {
  /** Never fails: what could not be noted is said in the log, and noted the next time. */
  note(database: Database): Promise<void>
}

/** Refuses a file that is not there or was tampered with: the hub does not start without what it is to be held to. */
export async function openAnchors(file: string, log: Logger): Promise<Anchors> {
  await endsIn(file)
  let turn = Promise.resolve()
  const add = async (database: Database) => {
    const last = (await endsIn(file)).at(-1)
    const head = await headAfter(last, database)
    if (head === null) return log.error('The audit trail does not go on from its noted end.')
    if (!last || wordsOf(head) !== wordsOf(last)) await noteEnd(file, head)
  }
  return {
    note(database) {
      turn = turn
        .then(() => add(database))
        .catch(problem => log.error(traceOf(problem), 'The end of the audit trail could not be noted.'))
      return turn
    },
  }
}

/** Where the trail ends; null where it does not go through what was noted last, as after a restore, or a forgery. */
function headAfter(last: AuditHead | undefined, { db }: Database): Promise<AuditHead | null> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async tx => {
    const link = await tx
      .selectFrom('audit')
      .select('hash')
      .where('seq', '=', last?.seq ?? 0)
      .executeTakeFirst()
    if (last && last.seq > 0 && !link?.hash.equals(last.hash)) return null
    return tx
      .selectFrom('hub_version')
      .select(['audit_seq as seq', 'audit_hash as hash'])
      .executeTakeFirstOrThrow()
  })
}
