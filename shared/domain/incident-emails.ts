import type { AacEmail, Incident } from './incident.ts'

/** Those that are still to be answered, the oldest first (INC-10). */
export const emailsOf = ({ email, laterEmails = [] }: Incident): readonly AacEmail[] =>
  email ? [email, ...laterEmails] : []

export const oldestFirst = (emails: readonly AacEmail[]): readonly [AacEmail, ...AacEmail[]] =>
  [...emails].sort((one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt)) as [
    AacEmail,
    ...AacEmail[],
  ]
