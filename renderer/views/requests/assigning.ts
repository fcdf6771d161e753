import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import { requestPlaceOf } from '../../../shared/domain/request-place.ts'
import { routeOf } from '../../../shared/domain/routing.ts'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import type { Desk, Replica } from '../../desk/desk.ts'
import { assignees, assignRequest, whyNot } from './request-doings.ts'

/** A service request of a list, with its row. */
export interface Chosen {
  readonly row: string
  readonly group: CaseGroup
  readonly request: ServiceRequest
}

/** The service requests among some rows, as they are with what waits. */
export function requestsAmong(
  rows: readonly string[],
  { caseGroup }: Pick<Replica, 'caseGroup'>,
): readonly Chosen[] {
  return rows.flatMap(row => {
    const item = itemOfRow(row)
    const group = caseGroup(groupOfRow(row))
    const request = item?.kind === 'request' ? requestNamed(group, item.number) : undefined
    return group && request ? [{ row, group, request }] : []
  })
}

export const isOfRequest = (row: string): boolean => itemOfRow(row)?.kind === 'request'

/** Somebody who can be given some of them. */
export interface Taker {
  readonly staff: StaffMember
  readonly takes: number
}

/** Whom some of them can be given to, by the command's own decision (ORPH-5); whoever can be given most comes first. */
export function takersOf(chosen: readonly Chosen[], desk: Desk, index: OrganisationIndex): readonly Taker[] {
  const alike = new Map<string, Chosen[]>()
  for (const each of chosen) {
    const key = answeredAlike(each, index)
    const others = alike.get(key)
    if (others) others.push(each)
    else alike.set(key, [each])
  }
  const found = new Map<StaffNumber, Taker>()
  for (const [first, ...others] of alike.values()) {
    if (!first) continue
    for (const staff of assignees(desk, first.group, first.request, index)) {
      const takes = (found.get(staff.number)?.takes ?? 0) + 1 + others.length
      found.set(staff.number, { staff, takes })
    }
  }
  return [...found.values()].sort((a, b) => b.takes - a.takes)
}

// Thousands are of few kinds, and each is asked about dozens of people: those that the command answers alike are asked once.
function answeredAlike({ group, request }: Chosen, index: OrganisationIndex): string {
  const { kind, type, holder, status } = request
  const own = kind === 'case-owning' ? group.id : null
  const route = [routeOf(request, group, index.bom)?.name, requestPlaceOf(request, group, index).segment]
  return JSON.stringify([
    kind,
    type,
    holder,
    status,
    own,
    ...route,
    group.sensitive,
    group.segment,
    group.status,
  ])
}

/** Rows that end alike. */
export interface AssignOutcome {
  /** Null: they are assigned. */
  readonly why: string | null
  readonly rows: readonly string[]
}

const NO_REQUEST = 'These are no service requests. To move a case group, allocate it.'
const GONE = 'It is no longer with you.'

/** What would become of each row, were he given them: what happens first, then what does not and why. */
export function assignOutcomes(
  rows: readonly string[],
  chosen: readonly Chosen[],
  holder: StaffNumber,
  desk: Desk,
): readonly AssignOutcome[] {
  const requests = new Map(chosen.map(each => [each.row, each]))
  const found = new Map<string | null, string[]>([[null, []]])
  for (const row of rows) {
    const one = requests.get(row)
    const why = one
      ? whyNot(desk, assignRequest(one.group, one.request, holder))
      : isOfRequest(row)
        ? GONE
        : NO_REQUEST
    const others = found.get(why)
    if (others) others.push(row)
    else found.set(why, [row])
  }
  return [...found].map(([why, alike]) => ({ why, rows: alike })).filter(each => each.rows.length > 0)
}
