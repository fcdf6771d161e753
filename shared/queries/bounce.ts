import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../domain/history.ts'
import type { TeamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { daysBetween, type Instant, londonDate, type PlainDate } from '../domain/time.ts'

/** How long after its return a coming back counts as a bounce, and how long after that it is told. */
const BOUNCE_DAYS = 28

type Returned = Extract<HistoryEvent, { readonly kind: 'returned' }>

/**
 * The return after which the group came back to the same team within 28 days, until 28 days after it came; nothing: it
 * did not bounce. Where nothing says when it came, it is told until 28 days after the return: then it came before that.
 */
export function bounceOf(
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): HistoryEntry | undefined {
  const { history, team } = group
  if (team === null) return undefined
  return history.find(({ at, event }, place) => {
    if (event.kind !== 'returned' || !hadIt(event, team, index)) return false
    const came = comingOf(history.slice(0, place), event, team, index)
    if (came === null) return false
    return came === 'not-known'
      ? isWithin(at, today)
      : isWithin(at, londonDate(came)) && isWithin(came, today)
  })
}

const isWithin = (since: Instant, until: PlainDate) => daysBetween(londonDate(since), until) <= BOUNCE_DAYS

/** An entry that does not say whose it was is judged by whose its holder is now. */
function hadIt({ from, team: had }: Returned, team: TeamId, { staff }: OrganisationIndex): boolean {
  if (had !== undefined) return had === team
  return from !== null && staff.get(from)?.team === team
}

/** When it was given to the team again, or came into its segment again after it had left that; null: it did not come back. */
function comingOf(
  later: readonly HistoryEntry[],
  { segment }: Returned,
  team: TeamId,
  { teams, teamsOfSegment }: OrganisationIndex,
): Instant | 'not-known' | null {
  const home = teams.get(team)?.segment
  const left = segment !== home
  const first = (is: (event: HistoryEvent) => boolean) => later.findLast(({ event }) => is(event))?.at
  const given = first(event => event.kind === 'allocated' && event.team === team)
  const landed = left ? first(event => segmentAfter(event) === home) : undefined
  // Where there is one team, what lands in the segment is in its queue (TEAM-1).
  const isOnlyTeam = home !== undefined && teamsOfSegment.get(home)?.length === 1
  const came = isOnlyTeam ? (landed ?? given) : (given ?? landed)
  return came ?? (left ? 'not-known' : null)
}

function segmentAfter(event: HistoryEvent) {
  if (event.kind === 'moved' || event.kind === 'moved-while-locked') return event.to
  return event.kind === 'returned' ? event.segment : undefined
}
