import type { Calendar } from './calendar.ts'
import { drawName, plainLetters } from './names.ts'
import type { Numbers } from './numbers.ts'
import type { Home } from './places.ts'
import type { Random } from './random.ts'
import type { Row } from './tables.ts'

export type Role =
  | 'caseworker'
  | 'team-leader'
  | 'segment-manager'
  | 'local-it'
  | 'service-management'
  | 'closure-manager'

/** A person on the staff. Days are counted back from the time of the extract. */
export interface StaffMember {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly teamId: string
  readonly nominated: boolean
  readonly accessEnded: number | undefined
  readonly moved: { readonly daysAgo: number; readonly fromTeamId: string } | undefined
}

export interface Desk {
  readonly random: Random
  readonly numbers: Numbers
  readonly calendar: Calendar
}

export function appoint(
  roles: readonly Role[],
  teamId: string,
  nominated: boolean,
  home: Home | undefined,
  { random, numbers }: Desk,
): StaffMember {
  const name = drawName(random.chance(0.6) ? 'woman' : 'man', home, random)
  const number = numbers.staffNumber()
  return {
    number,
    name: `${name.first} ${name.last}`,
    email: `${plainLetters(name.first)}.${plainLetters(name.last)}${number.slice(-4)}@example.gov.uk`,
    roles,
    teamId,
    nominated,
    accessEnded: undefined,
    moved: undefined,
  }
}

export function staffRow(member: StaffMember, calendar: Calendar): Row<'users'> {
  return {
    staff_number: member.number,
    name: member.name,
    email: member.email,
    roles: member.roles.join(';'),
    team_id: member.teamId,
    access: member.accessEnded === undefined ? 'active' : 'removed',
    access_ended_on: member.accessEnded === undefined ? '' : calendar.date(member.accessEnded),
    moved_on: member.moved === undefined ? '' : calendar.date(member.moved.daysAgo),
    previous_team_id: member.moved?.fromTeamId ?? '',
    scr_nominated: member.nominated ? 'Y' : 'N',
  }
}
