import type { Id, MasterCaseNumber, SegmentName } from './ids.ts'

export type DataExceptionId = Id<'data exception'>

/** What a data exception says is wrong. */
export type FaultKind =
  | 'value'
  | 'missing'
  | 'reference'
  | 'duplicate'
  | 'second group of a paying parent'
  | 'parent'

/** A fault that the last import found in the extract: nothing is lost, a person works it (IMP-1). */
export interface DataException {
  readonly kind: 'data-exception'
  /** Made of file, key, column and fault: the same fault has it in the next extract too, on whatever line. */
  readonly id: DataExceptionId
  readonly file: string
  /** Of the row's first line. */
  readonly line: number
  /** The value of the file's first column. */
  readonly key: string
  /** Null: the row as a whole. */
  readonly column: string | null
  readonly fault: FaultKind
  readonly value: string
  readonly reason: string
  /** The groups it concerns, those that are in. */
  readonly caseGroups: readonly MasterCaseNumber[]
  /** Theirs; empty where it concerns none that is in. */
  readonly segments: readonly SegmentName[]
  /** It is shown as its group would be (ACC-3). */
  readonly sensitive: boolean
  /** The newest extract has it no more: then nothing of what it said is kept, and nobody is sent it. */
  readonly gone: boolean
}

/** Nobody has anything to do about such a row: it comes in with the one that it belongs to. */
export const goesWithAnother = ({ fault }: Pick<DataException, 'fault'>): boolean => fault === 'parent'

/** Its value was to be a NINO, and is nearly one. */
export const isOfNino = ({ column }: Pick<DataException, 'column'>): boolean => column === 'nino'

/** What is left of an exception that is no more. */
export const putAway = (id: DataExceptionId): DataException => ({
  kind: 'data-exception',
  id,
  file: '',
  line: 0,
  key: '',
  column: null,
  fault: 'value',
  value: '',
  reason: '',
  caseGroups: [],
  segments: [],
  sensitive: false,
  gone: true,
})
