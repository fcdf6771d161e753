import { type Aggregate, documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { BucketId } from '../../shared/sync/buckets.ts'
import type { Digests, PullPart } from '../../shared/sync/pull.ts'
import { digestText } from './digest.ts'
import { emptyHolding, forgetBuckets, type Holding, take } from './holding.ts'

/** Everything that the hub confirmed and this person may see. */
export interface Base {
  caseload: Holding
  sensitive: Holding
}

/** What a page of a pull did to the base. */
export interface BaseChange {
  readonly groups: ReadonlySet<MasterCaseNumber>
  /** By `documentName`. */
  readonly aggregates: ReadonlySet<string>
  readonly organisation: boolean
  /** Documents of the caseload, by name, that are not kept as they were last put: gone, or in fewer buckets. */
  readonly outdated: readonly string[]
}

export type Part = 'caseload' | 'sensitive'

export const emptyBase = (): Base => ({ caseload: emptyHolding(), sensitive: emptyHolding() })

export function baseGroup(base: Base, id: MasterCaseNumber): CaseGroup | undefined {
  return (base.sensitive.groups.get(id) ?? base.caseload.groups.get(id))?.document
}

export function baseAggregate(base: Base, name: string): Aggregate | undefined {
  return (base.sensitive.aggregates.get(name) ?? base.caseload.aggregates.get(name))?.document
}

export function baseOrganisation({ caseload }: Base): Organisation | undefined {
  return caseload.organisation?.document
}

/** What of a part's page makes the base. */
export type PagePart = Omit<PullPart, 'cookie' | 'more' | 'digests'>

export interface Page {
  readonly caseload: PagePart
  readonly sensitive: PagePart | null
}

/** Takes a page: the caseload, and its sensitive twin, which is forgotten where the hub sends none. */
export function takePage(base: Base, { caseload, sensitive }: Page): BaseChange {
  const touched: Touched = { groups: new Set(), aggregates: new Set() }
  const before = baseOrganisation(base)
  const outdated = takePart(base, 'caseload', caseload, touched)
  if (sensitive) takePart(base, 'sensitive', sensitive, touched)
  else forget(base, 'sensitive', touched)
  return { ...touched, organisation: baseOrganisation(base) !== before, outdated }
}

interface Touched {
  readonly groups: Set<MasterCaseNumber>
  readonly aggregates: Set<string>
}

function touch({ groups, aggregates }: Touched, name: string): void {
  if (isGroup(name)) groups.add(name)
  else aggregates.add(name)
}

// An aggregate's name begins with a line break (`documentName`), which no group's number has.
const isGroup = (name: string): name is MasterCaseNumber => !name.startsWith('\n')

/** Takes one part of a page; says which documents are no longer kept as they were last put. */
function takePart(
  base: Base,
  part: Part,
  { reset, clear, grants, patch }: PagePart,
  touched: Touched,
): readonly string[] {
  const outdated = reset ? forget(base, part, touched) : narrow(base[part], clear, grants)
  const holding = base[part]
  for (const name of outdated) touch(touched, name)
  const removed: string[] = []
  for (const op of patch) {
    take(holding, op)
    if (op.kind === 'organisation') continue
    const name = documentName(op.kind, op.id)
    touch(touched, name)
    if (op.op === 'remove') removed.push(name)
  }
  return [...outdated, ...removed]
}

function forget(base: Base, part: Part, touched: Touched): readonly string[] {
  const gone = [...base[part].groups.keys(), ...base[part].aggregates.keys()]
  for (const name of gone) touch(touched, name)
  base[part] = emptyHolding()
  return gone
}

function narrow(
  holding: Holding,
  clear: readonly BucketId[],
  grants: readonly BucketId[],
): readonly string[] {
  const granted = new Set(grants)
  const cleared = new Set(clear)
  const lost = (bucket: BucketId) => cleared.has(bucket) || !granted.has(bucket)
  // The digests name every bucket that holds something: without one that is lost there is nothing to look through.
  return [...holding.digests.keys()].some(lost) ? forgetBuckets(holding, lost) : []
}

/** Whether what is held is what the hub counted, bucket by bucket. */
export function matches({ digests }: Holding, grants: readonly BucketId[], hub: Digests): boolean {
  return grants.every(bucket => {
    const held = digests.get(bucket)
    const [count, digest] = Object.hasOwn(hub, bucket) ? (hub[bucket] ?? NOTHING) : NOTHING
    return (held?.count ?? 0) === count && (held ? digestText(held) : NOTHING[1]) === digest
  })
}

const NOTHING = [0, '0000000000000000'] as const
