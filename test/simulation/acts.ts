import type { CommandRequest } from '../../renderer/desk/desk.ts'
import { destinationOf } from '../../shared/commands/destination.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { londonDate } from '../../shared/domain/time.ts'
import type { Chance } from './chance.ts'
import { anyIncidentStep } from './incident-acts.ts'
import { anyRotaRequest } from './rota-acts.ts'
import type { Seat } from './seat.ts'
import { anyWork } from './work-acts.ts'

/** One to four things that somebody might do to what he sees; some of them he may not. */
export function anyRequests(seat: Seat, chance: Chance): readonly CommandRequest[] {
  const { replica } = seat.parts
  const index = replica.organisation()
  const groups = [...replica.caseGroups().values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!index || groups.length === 0) return []
  const today = londonDate(new Date(seat.device.environment.clock()).toISOString())
  if (chance.once(7)) return [anyRotaRequest(seat.person, index, today, chance)]
  const many = chance.once(4) ? 1 + chance.below(4) : 1
  return Array.from({ length: many }, () => anyRequest(chance.pick(groups), index, chance))
}

function anyRequest(group: CaseGroup, index: OrganisationIndex, chance: Chance): CommandRequest {
  const masterCaseNumber = group.id
  const what = chance.below(17)
  if (what >= 15) return anyIncidentStep(group, chance)
  if (what >= 10) return anyWork(group, index, chance)
  if (what < 4) {
    const args = { masterCaseNumber, clearLock: chance.once(2) }
    return { name: 'return-to-segment', args, saw: seenForReturn(group, index) }
  }
  if (what < 5) {
    const saw = {
      since: group.lock?.since ?? '2026-09-03T10:00:00Z',
      renewals: group.lock?.reviews.length ?? 0,
      destination: destinationOf(group, index).segment,
    }
    return { name: 'clear-lock', args: { masterCaseNumber }, saw }
  }
  const { team, holder } = anyPlace(group, index, chance)
  return {
    name: 'allocate-case-group',
    args: { masterCaseNumber, team, holder },
    saw: { team: group.team, holder: group.holder },
  }
}

// Mostly somebody of the segment's teams, so that much of it is possible; sometimes not.
function anyPlace({ segment, team }: CaseGroup, index: OrganisationIndex, chance: Chance) {
  const teams = chance.once(8) ? index.organisation.teams : (index.teamsOfSegment.get(segment) ?? [])
  const to = chance.once(3) ? chance.pick(teams).id : (team ?? chance.pick(teams).id)
  const crew = (index.staffOfTeam.get(to) ?? []).filter(({ roles }) => roles.includes('caseworker'))
  const holder = crew.length === 0 || chance.once(8) ? null : chance.pick(crew).number
  return { team: to, holder }
}
