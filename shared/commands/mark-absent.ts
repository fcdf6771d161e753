import { z } from 'zod'
import { staffNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { Absence, Rota } from '../domain/rota.ts'
import { accept, defineCommand, refuse } from './command.ts'
import {
  directsTeam,
  objectionToDates,
  objectionToReason,
  overlaps,
  readsRota,
  rotaArgs,
  rotaOf,
  spanWords,
} from './rota.ts'

const args = rotaArgs.extend({
  staff: staffNumber,
  /** The first day of an absence that these dates take the place of. */
  replaces: z.iso.date().nullable(),
})
type Args = z.output<typeof args>

/** Marks somebody of a team as away, or changes his dates: he keeps his groups and gets nothing new (TEAM-2). */
export const markAbsent = defineCommand({
  name: 'mark-absent',
  label: 'Mark absent',
  args,
  saw: z.strictObject({
    /** The last day of what is replaced. */
    until: z.iso.date().nullable(),
  }),

  reads: readsRota,
  teamOf: ({ team }) => team,

  authorise({ team }, before, { actor, today }) {
    return directsTeam(actor, team, before.organisation(), today)
      ? undefined
      : 'Only the leader of the team, his deputy and the segment manager can mark its people absent.'
  },

  decide({ team, staff, from, to, replaces }, saw, before, context) {
    const index = before.organisation()
    const rota = rotaOf(team, before, context.today)
    const objection =
      objectionToReason(context) ??
      objectionToPerson({ team, staff }, index) ??
      objectionToDates({ from, to }, context)
    if (objection) return refuse('not-possible', objection)
    const replaced = rota.absences.find(each => each.staff === staff && each.from === replaces)
    if (replaces !== null && replaced?.to !== saw.until)
      return refuse('changed', 'That absence has been changed or ended since you looked.')
    const absence: Absence = { staff, from, to }
    const others = rota.absences.filter(each => each !== replaced)
    const clash = others.find(each => each.staff === staff && overlaps(each, absence))
    if (clash)
      return refuse(
        'changed',
        `${index.staff.get(staff)?.name} is marked absent ${spanWords(clash)} already; change those dates instead.`,
      )
    return accept({ ...rota, absences: inOrder([...others, absence]) } satisfies Rota)
  },
})

function objectionToPerson(
  { team, staff }: Pick<Args, 'team' | 'staff'>,
  index: OrganisationIndex,
): string | undefined {
  const member = index.staff.get(staff)
  if (member?.access !== 'active' || member.team !== team)
    return 'That person does not work in the team any more.'
  return member.roles.includes('caseworker') || member.roles.includes('team-leader')
    ? undefined
    : 'Only caseworkers and team leaders are marked absent.'
}

const inOrder = (absences: readonly Absence[]) =>
  absences.toSorted((a, b) => (a.from === b.from ? (a.staff < b.staff ? -1 : 1) : a.from < b.from ? -1 : 1))
