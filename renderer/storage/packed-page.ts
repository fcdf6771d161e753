import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { PatchOp } from '../../shared/sync/pull.ts'
import type { Page } from '../replica/base.ts'
import { type Json, pack, unpack } from './packed-value.ts'
import { type Rest, withRest } from './rest.ts'

type PagePart = Page['caseload']

// No text of JSON begins with this byte, and nothing that is gzipped.
const MARK = 1
const WORD = Uint32Array.BYTES_PER_ELEMENT
const START = 3 * WORD

/** Half of what a case group says; the list of case groups is there without it. */
const LATER = ['people', 'cases'] as const

/**
 * A page as it is read quickest: mark, length of the first value, length as text, what lists show of it, and at the next
 * whole word the rest of each case group.
 */
export function packedPage(caseload: PagePart, textLength: number): Uint8Array<ArrayBuffer> {
  const first = pack({ ...caseload, patch: caseload.patch.map(withoutLater) } as unknown as Json)
  const rest = pack(groupsOf(caseload).map(({ people, cases }) => ({ people, cases })) as unknown as Json)
  const bytes = new Uint8Array(wholeWords(START + first.length) + rest.length)
  new Uint32Array(bytes.buffer, 0, 3).set([MARK, first.length, textLength])
  bytes.set(first, START)
  bytes.set(rest, wholeWords(START + first.length))
  return bytes
}

export const isPacked = (bytes: Uint8Array<ArrayBuffer>): boolean => bytes[0] === MARK

export interface OpenedPart {
  readonly caseload: PagePart
  /** In bytes, of the page as it came. */
  readonly textLength: number
  /** Null: all of it is read. */
  readonly rest: Rest | null
}

/** What was packed; of its case groups the rest is read when one of them is asked for it. */
export function openPacked(bytes: Uint8Array<ArrayBuffer>): OpenedPart {
  const [, length = 0, textLength = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3)
  const caseload = unpack(bytes.subarray(START, START + length)) as unknown as PagePart
  const later = bytes.subarray(wholeWords(START + length))
  const read = () => unpack(later) as unknown as Pick<CaseGroup, (typeof LATER)[number]>[]
  return { caseload, textLength, rest: withRest(groupsOf(caseload), LATER, read) }
}

const wholeWords = (bytes: number): number => Math.ceil(bytes / WORD) * WORD

function withoutLater(op: PatchOp): unknown {
  if (op.op === 'remove' || op.kind !== 'case-group') return op
  const { people: _, cases: __, ...document } = op.document
  return { ...op, document }
}

const groupsOf = ({ patch }: PagePart): readonly CaseGroup[] =>
  patch.flatMap(op => (op.op === 'put' && op.kind === 'case-group' ? [op.document] : []))
