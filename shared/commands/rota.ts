import { z } from 'zod'
import { type StaffNumber, type TeamId, teamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { Rota } from '../domain/rota.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import { longDate } from '../queries/date-words.ts'
import { leadsTeam, managesSegment } from './authority.ts'
import type { Context, DocumentKey, Snapshot } from './command.ts'

/** Whole days, both included, and the team in whose rota they are. */
export const rotaArgs = z.strictObject({ team: teamId, from: z.iso.date(), to: z.iso.date() })

export const readsRota = ({ team }: { readonly team: TeamId }): readonly DocumentKey[] => [
  ['rota', team],
  ['organisation', 'organisation'],
]

/** The rota of a team as it is from today on: what is over is in the audit trail only. */
export function rotaOf(team: TeamId, before: Snapshot, today: PlainDate): Rota {
  const { absences = [], deputyships = [] } = before.aggregate('rota', team) ?? {}
  const isNotOver = ({ to }: { readonly to: PlainDate }) => to >= today
  return {
    kind: 'rota',
    id: team,
    absences: absences.filter(isNotOver),
    deputyships: deputyships.filter(isNotOver),
  }
}

/** The leader of the team, his deputy and the segment manager (TEAM-2, TEAM-3). */
export function directsTeam(
  actor: StaffNumber,
  team: TeamId,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const segment = index.teams.get(team)?.segment
  return (
    segment !== undefined && (leadsTeam(actor, team, index, today) || managesSegment(actor, segment, index))
  )
}

const LONGEST_DAYS = 366

/** What is wrong with the dates, judged on the day on which the person gave them. */
export function objectionToDates(
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  { issuedAt }: Context,
): string | undefined {
  const today = londonDate(issuedAt)
  if (to < from) return `The last day, ${longDate(to)}, is before the first, ${longDate(from)}.`
  if (to < today) return 'Those days are over; give a last day that is today or later.'
  if (daysBetween(from, to) >= LONGEST_DAYS) return 'That is longer than a year; check the dates.'
  if (daysBetween(today, from) > LONGEST_DAYS) return 'That begins more than a year from now; check the year.'
  if (daysBetween(from, today) > LONGEST_DAYS) return 'That began more than a year ago; check the year.'
  return undefined
}

/** No medical reason and no other is ever kept (TEAM-2). */
export const objectionToReason = ({ reason }: Context): string | undefined =>
  reason === null ? undefined : 'Leave the reason out: why somebody is away is not kept here.'

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

export const overlaps = (one: Span, other: Span): boolean => one.from <= other.to && other.from <= one.to

/** `on 3 December 2026`, `from 3 December 2026 to 7 December 2026`. */
export const spanWords = ({ from, to }: Span): string =>
  from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`
