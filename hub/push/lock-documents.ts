import type { DocumentKey, Put } from '../../shared/commands/command.ts'
import { readsWith } from '../../shared/commands/reads-with.ts'
import { type AggregateKey, documentName } from '../../shared/domain/aggregate.ts'
import type { HubTransaction } from '../database/database.ts'
import { lockAggregates } from '../store/load-aggregates.ts'
import { loadCaseGroups } from '../store/load-case-groups.ts'

/** What a push reads by name (`documentName`); undefined: there is no such document. */
export type Documents = ReadonlyMap<string, Put | undefined>

/** Every case group and aggregate that a push reads, locked to its end. */
export async function lockDocuments(tx: HubTransaction, keys: readonly DocumentKey[]): Promise<Documents> {
  const groups = keys.filter(isGroup).map(([, id]) => id)
  const locked = [...(await loadCaseGroups(tx, [...new Set(groups)], { lock: true })).values()]
  const aggregates = [...keys.filter(isAggregate), ...locked.flatMap(readsWith)]
  const found = [...locked, ...(await lockAggregates(tx, aggregates)).values()]
  const named = [...keys, ...aggregates].map(([kind, id]) => [documentName(kind, id), undefined] as const)
  return new Map<string, Put | undefined>([
    ...named,
    ...found.map(document => [documentName(document.kind, document.id), document] as const),
  ])
}

const isGroup = (key: DocumentKey): key is Extract<DocumentKey, readonly ['case-group', unknown]> =>
  key[0] === 'case-group'

const isAggregate = (key: DocumentKey): key is AggregateKey =>
  key[0] !== 'case-group' && key[0] !== 'organisation'
