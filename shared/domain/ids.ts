import { z } from 'zod'

/** A string that can only be used as the id of one kind of record. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type MasterCaseNumber = Id<'case-group'>
export type CaseNumber = Id<'case'>
export type SrNumber = Id<'service-request'>
export type PostNumber = Id<'post'>
export type Scin = Id<'client'>
export type StaffNumber = Id<'staff'>
export type TeamId = Id<'team'>
export type SegmentName = Id<'segment'>
export type CommandId = Id<'command'>
export type BatchId = Id<'batch'>
export type IncidentId = Id<'incident'>
export type ClientId = Id<'device-client'>

// No control characters: PostgreSQL text cannot hold NUL, and a number never has any.
const key = <Kind extends string>() =>
  z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{1,120}$/u)
    .transform(value => value as Id<Kind>)
// As PostgreSQL writes it: two spellings of one id would be two.
const uuid = <Kind extends string>() => z.uuid().transform(value => value.toLowerCase() as Id<Kind>)

export const masterCaseNumber = key<'case-group'>()
export const caseNumber = key<'case'>()
export const srNumber = key<'service-request'>()
export const postNumber = key<'post'>()
export const scin = key<'client'>()
export const staffNumber = key<'staff'>()
export const teamId = key<'team'>()
export const segmentName = key<'segment'>()
export const commandId = uuid<'command'>()
export const batchId = uuid<'batch'>()
export const incidentId = uuid<'incident'>()
export const clientId = uuid<'device-client'>()
