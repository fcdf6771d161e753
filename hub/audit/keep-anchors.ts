import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import { traceOf } from '../http/errors.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { endsIn, noteEnd, wordsOf } from './anchor-file.ts'
import { HeldUp } from './held-up.ts'

/** Notes where the audit trail ends in a file outside of the database. */
export interface Anchors {
  /** Never fails, nor takes long: what could not be noted is said in the log, and noted the next time. */
  note(database: Database): Promise<void>
  /** Something that was to be noted still waits for its file. */
  waits(): boolean
}

/** What hangs on a share may do so for ever, and neither the start nor the end of a hub waits for that. */
const PATIENCE = 5_000

/** Refuses a file that is not there or was tampered with: the hub does not start without what it is to be held to. */
export async function openAnchors(file: string, log: Logger, patience = PATIENCE): Promise<Anchors> {
  if (!(await isDoneWithin(patience, endsIn(file))))
    throw new HeldUp(
      `${file} does not answer: the audit trail cannot be held to what was noted in it. See to the disk or the share that it is on.`,
    )
  let turn = Promise.resolve()
  let waiting = 0
  const add = async (database: Database) => {
    const last = (await endsIn(file)).at(-1)
    const head = await headAfter(last, database)
    if (head === null) return log.error('The audit trail does not go on from its noted end.')
    if (!last || wordsOf(head) !== wordsOf(last)) await noteEnd(file, head)
  }
  return {
    async note(database) {
      waiting += 1
      turn = turn
        .then(() => add(database))
        .catch(problem => log.error(traceOf(problem), 'The end of the audit trail could not be noted.'))
        .finally(() => {
          waiting -= 1
        })
      if (await isDoneWithin(patience, turn)) return
      log.error('The end of the audit trail is not noted yet: its file does not answer.')
    },
    waits: () => waiting > 0,
  }
}

function isDoneWithin(patience: number, work: Promise<unknown>): Promise<boolean> {
  let late: NodeJS.Timeout
  const timeout = new Promise<boolean>(done => {
    late = setTimeout(done, patience, false)
  })
  return Promise.race([work.then(() => true), timeout]).finally(() => clearTimeout(late))
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
