import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { noteHoldings } from '../../shared/domain/holdings.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { overrule } from '../../shared/domain/overrule.ts'
import { ask } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { lockCaseGroups } from '../store/load-case-groups.ts'
import type { VersionWriter } from '../store/open-version.ts'
import { moveEntry } from './audit-entries.ts'
import { buildCaseGroup } from './build-case-group.ts'
import { differencesAfter } from './differences.ts'
import { type Recoveries, recoveriesAfter } from './follow-recoveries.ts'
import { house } from './house.ts'
import { type ImportedAt, keepDecisions } from './keep-decisions.ts'
import { loadSource, type SourceGroup } from './load-source.ts'
import type { Queries } from './session.ts'

export interface Move {
  readonly masterCaseNumber: string
  readonly from: string
  readonly to: string
  /** What moved it: a nationally sensitive one is SCR's (IMP-8); its segment is in the BOM no more (ALLOC-1). */
  readonly rule: 'IMP-8' | 'ALLOC-1'
}

export interface UpdateContext extends ImportedAt {
  readonly queries: Queries
  readonly tx: HubTransaction
  readonly version: VersionWriter
  readonly index: OrganisationIndex
  readonly recoveries: Recoveries
}

// Small enough that a page is gone again before the collector takes it for something lasting.
const PAGE = 400

/** Brings the documents of the touched groups up to the source's facts, a page at a time; tells what moved. */
export async function updateCaseGroups(context: UpdateContext): Promise<readonly Move[]> {
  const moves: Move[] = []
  await listTouched(context.queries)
  let loading = loadPage('', context)
  for (;;) {
    const page = await loading
    if (page.sources.length === 0) return moves
    // The database looks for the next page while this one is worked on.
    loading = loadPage(page.last, context)
    loading.catch(() => {})
    moves.push(...(await updatePage(page, context)))
  }
}

async function listTouched(queries: Queries): Promise<void> {
  await queries.query(`
    CREATE TEMP TABLE to_update AS
    SELECT DISTINCT g.master_case_number AS id FROM touched t JOIN source_case_groups g ON g.master_case_number = t.id
    ORDER BY id`)
  await queries.query('CREATE UNIQUE INDEX ON to_update (id); ANALYZE to_update')
}

interface Page {
  readonly last: string
  readonly sources: readonly SourceGroup[]
  readonly present: ReadonlyMap<string, CaseGroup>
}

async function loadPage(after: string, { queries, tx }: UpdateContext): Promise<Page> {
  const { rows } = await queries.query<{ id: MasterCaseNumber }>(
    `SELECT id FROM to_update WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
    [after],
  )
  const ids = rows.map(({ id }) => id)
  const [present] = await ask(tx, [lockCaseGroups(ids)])
  return { last: ids.at(-1) ?? '', sources: await loadSource(queries, ids), present }
}

// Its team follows the holder or the segment (IMP-6).
type Rule = Move['rule'] | 'IMP-6'

interface Updated {
  /** The group before what overrules decisions. */
  readonly kept: CaseGroup
  readonly group: CaseGroup
  /** What its segment or its team differs by, which is ours once it is in; null where they are as they were. */
  readonly moved: Rule | null
}

async function updatePage(page: Page, context: UpdateContext): Promise<readonly Move[]> {
  const { version, now } = context
  const updated = page.sources.map(source => update(source, page.present, context))
  const groups = updated.map(({ group }) => group)
  await version.put([...groups, ...recoveriesAfter(groups, context.recoveries, context.index, now)])
  await version.audit(
    updated.flatMap(({ kept, group, moved }) => (moved ? [moveEntry(kept, group, moved, now)] : [])),
  )
  return updated.flatMap(({ kept, group, moved }) =>
    moved === null || moved === 'IMP-6'
      ? []
      : [{ masterCaseNumber: group.id, from: kept.segment, to: group.segment, rule: moved }],
  )
}

function update(
  source: SourceGroup,
  present: ReadonlyMap<string, CaseGroup>,
  context: UpdateContext,
): Updated {
  const { index, now } = context
  const facts = buildCaseGroup(source)
  const known = present.get(facts.id)
  const kept = keepDecisions(facts, known, source, context)
  const housed = house(kept, facts.segment, index, now)
  const settled = noteHoldings(known, overrule(housed, index, now), now)
  const differences = differencesAfter(
    { group: settled, kept: housed, known, row: source.group },
    context.takenAt,
  )
  const group = differences.length === 0 ? settled : { ...settled, differences }
  // A team that the first extract lacks is filled in, not moved.
  const otherTeam = known !== undefined && kept.team !== group.team
  return { kept, group, moved: ruleOfMove(kept, housed, group) ?? (otherTeam ? 'IMP-6' : null) }
}

function ruleOfMove(kept: CaseGroup, housed: CaseGroup, group: CaseGroup): Move['rule'] | null {
  if (group.segment === kept.segment) return null
  return group.segment === housed.segment ? 'ALLOC-1' : 'IMP-8'
}
