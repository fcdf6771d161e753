import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { CommandResult } from '../../shared/sync/push.ts'

/** What was sent, in its order, and how much of it was acknowledged. */
export interface Sent {
  readonly envelopes: readonly { readonly id: CommandId }[]
  readonly acknowledged: number
}

/** What the hub has when everything is over. */
export interface Kept {
  readonly results: ReadonlyMap<string, CommandResult['kind']>
  /** Of the trail, in its order. */
  readonly entries: readonly Entry[]
  readonly groups: readonly Pick<CaseGroup, 'id' | 'holder'>[]
}

interface Entry {
  readonly command: CommandId | null
  readonly changes: readonly {
    readonly group: MasterCaseNumber
    readonly after: { readonly holder: string | null }
  }[]
}

export interface Verdict {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly wrong: readonly string[]
}

/** Whether all that was acknowledged is there, each once, and the groups are what the last change of each made them. */
export function judgeHub(sent: readonly Sent[], { results, entries, groups }: Kept): Verdict {
  const times = new Map<string, number>()
  for (const { command } of entries) times.set(command ?? '', (times.get(command ?? '') ?? 0) + 1)
  const told = sent.flatMap(({ envelopes, acknowledged }) => envelopes.slice(0, acknowledged))
  const last = new Map(
    entries.flatMap(({ changes }) => changes.map(({ group, after }) => [group, after.holder])),
  )
  return {
    acknowledged: told.length,
    lost: told.filter(({ id }) => results.get(id) !== 'accepted' || !times.has(id)).map(({ id }) => id),
    twice: [...times].filter(([, count]) => count > 1).map(([id]) => id),
    wrong: groups.filter(({ id, holder }) => last.has(id) && last.get(id) !== holder).map(({ id }) => id),
  }
}
