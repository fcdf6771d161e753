import { type DecidedField, decidedFields } from '../../../shared/domain/difference.ts'

/** Which side is taken, in which fields. */
export interface Settling {
  readonly take: 'ours' | 'source'
  readonly fields: readonly DecidedField[]
}

export const allToOurs: Settling = { take: 'ours', fields: decidedFields }
