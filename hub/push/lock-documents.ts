import type { DocumentKey, Put } from '../../shared/commands/command.ts'
import { readsWith } from '../../shared/commands/reads-with.ts'
import { type AggregateKey, documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { ask } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { lockAggregates } from '../store/load-aggregates.ts'

/** What a push reads by name (`documentName`); undefined: there is no such document. */
export type Documents = ReadonlyMap<string, Put | undefined>

export const groupsAmong = (keys: readonly DocumentKey[]): readonly MasterCaseNumber[] => [
  ...new Set(keys.filter(isGroup).map(([, id]) => id)),
]

/** Every case group that a push reads, of those that it has locked, and every aggregate, locked from here to its end. */
export async function lockDocuments(
  tx: HubTransaction,
  keys: readonly DocumentKey[],
  locked: ReadonlyMap<MasterCaseNumber, CaseGroup>,
): Promise<Documents> {
  const groups = groupsAmong(keys).flatMap(id => locked.get(id) ?? [])
  const aggregates = [...keys.filter(isAggregate), ...groups.flatMap(readsWith)]
  const [rest] = await ask(tx, [lockAggregates(aggregates)])
  const found = [...groups, ...rest.values()]
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
