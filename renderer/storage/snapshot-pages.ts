import { documentName } from '../../shared/domain/aggregate.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { BucketId } from '../../shared/sync/buckets.ts'
import { PULL_BYTES } from '../../shared/sync/protocol-version.ts'
import type { PutOp } from '../../shared/sync/pull.ts'
import { aggregatePut } from '../replica/aggregates.ts'
import type { Base } from '../replica/base.ts'

export interface SnapshotPage {
  readonly patch: readonly PutOp[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Documents of the caseload as they are held now, in pages like those of a pull; names not held are left out. */
export function* pagesOf(
  base: Base,
  names: readonly string[],
  grants: readonly BucketId[],
): Generator<SnapshotPage> {
  let patch: PutOp[] = []
  let texts: string[] = []
  let length = 0
  for (const name of names) {
    const put = putOf(base, name)
    if (!put) continue
    const text = JSON.stringify(put)
    patch.push(put)
    texts.push(text)
    length += text.length
    if (length < PULL_BYTES) continue
    yield { patch, bytes: pageText(texts, grants) }
    patch = []
    texts = []
    length = 0
  }
  if (patch.length > 0) yield { patch, bytes: pageText(texts, grants) }
}

const ORGANISATION = documentName('organisation', 'organisation')

function putOf({ caseload }: Base, name: string): PutOp | undefined {
  if (name === ORGANISATION) {
    const held = caseload.organisation
    return held && { op: 'put', kind: 'organisation', id: 'organisation', ...held }
  }
  const aggregate = caseload.aggregates.get(name)
  if (aggregate) return aggregatePut(aggregate)
  const held = caseload.groups.get(name as MasterCaseNumber)
  return held && { op: 'put', kind: 'case-group', id: held.document.id, ...held }
}

function pageText(texts: readonly string[], grants: readonly BucketId[]): Uint8Array<ArrayBuffer> {
  const text = `{"caseload":{"reset":false,"clear":[],"grants":${JSON.stringify(grants)},"patch":[${texts.join(',')}]}}`
  return new TextEncoder().encode(text)
}
