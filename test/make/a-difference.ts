import type { DecidedField, Difference } from '../../shared/domain/difference.ts'

/** CMS2012 has it otherwise since its last extract, and nobody has settled that yet. */
export const aDifference = (
  field: DecidedField,
  source: string | null,
  more: Partial<Difference> = {},
): Difference => ({
  field,
  source,
  drifts: true,
  sourceSince: '2026-11-20T18:00:00Z',
  sourceLock: null,
  ...more,
})
