import { type RawBuilder, sql } from 'kysely'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { ask, known, type Question, question } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'

type ByNumber = ReadonlyMap<MasterCaseNumber, CaseGroup>

/** Groups by number, those there are. */
export async function loadCaseGroups(
  tx: HubTransaction,
  ids: readonly MasterCaseNumber[],
): Promise<ByNumber> {
  const [groups] = await ask(tx, [groupsOf(ids, sql``)])
  return groups
}

/** The same, locked to the end of the transaction in the order of their numbers. */
export const lockCaseGroups = (ids: readonly MasterCaseNumber[]): Question<ByNumber> =>
  groupsOf(ids, sql`FOR UPDATE`)

function groupsOf(ids: readonly MasterCaseNumber[], lock: RawBuilder<unknown>): Question<ByNumber> {
  if (ids.length === 0) return known(new Map())
  const query = sql<{ document: string }>`
    SELECT document FROM case_group WHERE id = ANY(${ids}::text[]) ORDER BY id ${lock}`
  return question(
    query,
    rows => new Map(rows.map(({ document }) => parse(document)).map(group => [group.id, group])),
  )
}

const PAGE = 1000

/** All groups in the order of their numbers, a page in memory at a time. */
export async function* eachCaseGroup(tx: HubTransaction): AsyncGenerator<CaseGroup> {
  let after = ''
  for (;;) {
    const { rows } = await sql<{ id: string; document: string }>`
      SELECT id, document FROM case_group WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`.execute(tx)
    for (const { document } of rows) yield parse(document)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.id
  }
}

const parse = (text: string) => JSON.parse(text) as CaseGroup
