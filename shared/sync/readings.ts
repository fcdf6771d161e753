import { z } from 'zod'
import { words } from '../commands/envelope.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import { masterCaseNumber, type StaffNumber, staffNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { bucketsOf, grantsOf } from './buckets.ts'

/** What a nationally sensitive group is opened for (ACC-3). */
export const readingPurposes = ['work', 'client-contact', 'check', 'complaint'] as const
export type ReadingPurpose = (typeof readingPurposes)[number]

/** As many as the hub takes in one request. */
export const READINGS_LIMIT = 100
export const WORDS_LIMIT = 500

/** Somebody read a case group in full. */
export const reading = z.strictObject({
  masterCaseNumber,
  /** By the desk's clock. */
  at: z.iso.datetime(),
  purpose: z.enum(readingPurposes).nullable(),
  words: words.trim().min(1).max(WORDS_LIMIT).nullable(),
})
export type Reading = z.output<typeof reading>

export const readingsRequest = z.strictObject({
  protocol: z.int(),
  staffNumber,
  readings: z.array(reading).min(1).max(READINGS_LIMIT),
})
export type ReadingsRequest = z.output<typeof readingsRequest>

/** Says nothing of what was recorded: a number that is not one's own has the same answer (ACC-4). */
export const readingsReply = z.object({ protocol: z.int() })

/** Who opened a group: asked by whoever directs it. */
export const readersRequest = z.strictObject({ protocol: z.int(), staffNumber, masterCaseNumber })

export const readersReply = z.object({
  protocol: z.int(),
  readers: z.array(
    z.object({
      at: z.iso.datetime(),
      staffNumber,
      role: z.string().nullable(),
      purpose: z.enum(readingPurposes).nullable(),
      words: z.string().nullable(),
    }),
  ),
})
export type Readers = z.output<typeof readersReply>['readers']

/** What reading a group in full is to be recorded as; null: it is one's own work (ACC-2), and is not. */
export function recordedAs(
  number: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): 'sensitive' | 'out-of-team' | null {
  if (group.sensitive) return 'sensitive'
  const granted = new Set(grantsOf(number, index, today))
  const ways = bucketsOf(group, index).filter(bucket => granted.has(bucket))
  // Neither held, nor of a team that one leads or stands in for, nor in one's queue: seen only from above.
  return ways.length > 0 && ways.every(bucket => bucket.startsWith('segment:')) ? 'out-of-team' : null
}
