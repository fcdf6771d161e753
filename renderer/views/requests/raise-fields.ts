import { z } from 'zod'
import { createServiceRequest } from '../../../shared/commands/create-service-request.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestType, requestTypes } from '../../../shared/domain/request-types.ts'
import { addDays, londonDate, type PlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { whyNot } from './request-doings.ts'

const { type, raisedAgainst, case: ofCase, dueOn, background, flipsTo } = createServiceRequest.args.shape

// A field of a page is never null: what is left empty is.
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (value === '' ? null : value), schema)

/** The fields of the form, as the command has them (SR-3). */
export const raiseFields = z.object({
  type,
  raisedAgainst,
  case: orNone(ofCase),
  dueOn,
  background: orNone(background),
  flipsTo: orNone(flipsTo),
})
export type RaiseFields = z.input<typeof raiseFields>

export const fieldNames: Readonly<Record<keyof z.output<typeof raiseFields>, string>> = {
  type: 'Type',
  raisedAgainst: 'Raised against',
  case: 'Case',
  dueOn: 'Due',
  background: 'Background for the specialist',
  flipsTo: 'What it changes when it completes',
}

export function raiseRequest(group: CaseGroup, fields: z.output<typeof raiseFields>): CommandRequest {
  return {
    name: 'create-service-request',
    args: { masterCaseNumber: group.id, ...fields },
    saw: {},
  }
}

export const todayHere = (): PlainDate => londonDate(new Date().toISOString())

/** When one of the type is usually due. */
export function usualDue(name: string, { bom }: OrganisationIndex, today: PlainDate): PlainDate | null {
  const known = requestType(name, bom)
  return known ? addDays(today, known.days) : null
}

/** Why nothing at all can be raised on the group; null: something can. */
export function raisingObjection(desk: Desk, group: CaseGroup, { bom }: OrganisationIndex): string | null {
  const owned = requestTypes(bom).find(name => requestType(name, bom)?.kind === 'case-owning') ?? ''
  const some = {
    type: owned,
    raisedAgainst: group.payingParent,
    case: null,
    dueOn: addDays(todayHere(), 1),
    background: null,
    flipsTo: null,
  }
  return whyNot(desk, raiseRequest(group, some))
}
