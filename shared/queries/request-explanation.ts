import { completionOf } from '../commands/close-service-request.ts'
import { regionOf } from '../domain/bom-index.ts'
import {
  type CaseGroup,
  isLive,
  type Person,
  payingParentOf,
  type ServiceRequest,
} from '../domain/case-group.ts'
import type { SegmentName } from '../domain/ids.ts'
import { openWorkOf } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { type Orphaning, orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { requestPlaceOf, waitsWith } from '../domain/request-place.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { changeWords } from './change-words.ts'
import { longDate } from './date-words.ts'
import { segmentTitle, staffName, teamName } from './names.ts'
import { requestNumber } from './request-number.ts'

type Routed = Pick<ServiceRequest, 'kind' | 'type' | 'raisedAgainst'>

/** Why a request is where it is, the sentence first (ALLOC-9, SR-1). */
export function whyRequestHere(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): readonly string[] {
  const { holder, kind } = request
  const orphaning = requestOrphaningOf(request, group, index)
  if (kind === 'case-owning') {
    if (orphaning) {
      return [
        `Case-owning work: ${leftWords(orphaning, index)}. It is orphaned until ${untilWords(request, group, index)}.`,
      ]
    }
    if (holder === null) return ['Nobody holds it: it waits with its case group.']
    return holder === group.holder
      ? [`Case-owning work: ${staffName(holder, index)} holds the case group, and so all of its work.`]
      : [
          `${staffName(holder, index)} holds it, though ${staffName(group.holder, index)} holds the case group: case-owning work follows the holder.`,
        ]
  }
  const first = `Specialist work: ${specialistWords(request, orphaning, group, index)}.`
  return [first, ...specialistRoute(request, group, index)]
}

function untilWords({ holder }: ServiceRequest, group: CaseGroup, index: OrganisationIndex): string {
  if (orphaningOf(group, index) !== null) return 'its case group is allocated'
  const name = staffName(group.holder, index)
  // His move into the group's own team left it behind, though not the group.
  return holder === group.holder ? `${name} is given it anew` : `it is brought back to ${name}`
}

function specialistWords(
  request: ServiceRequest,
  orphaning: Orphaning | null,
  group: CaseGroup,
  index: OrganisationIndex,
): string {
  const { holder } = request
  const { team, segment } = requestPlaceOf(request, group, index)
  const where = team === null ? segmentTitle(segment, index) : teamName(team, index)
  if (orphaning)
    return `${leftWords(orphaning, index)}. It is orphaned until ${where} gives it to another specialist`
  if (holder !== null) return `held by ${staffName(holder, index)}, ${where}`
  if (group.sensitive) return `it waits to be assigned in ${where}`
  return waitsWith(request, group, index) === null
    ? `nobody has it. It stays with ${where}, where its case group is: whoever leads there gives it to a specialist`
    : `it waits for a specialist in ${where}`
}

function leftWords({ holder, cause }: Orphaning, index: OrganisationIndex): string {
  const name = staffName(holder, index)
  return cause === 'access-removed'
    ? `${name} has it, whose access was removed`
    : `${name} has it, who has moved to another team`
}

/** Where a new request goes and why (SR-1, ALLOC-9). */
export function routeWords(
  request: Routed,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): readonly string[] {
  return request.kind === 'case-owning'
    ? withGroupWords(group, index, today)
    : specialistRoute(request, group, index)
}

/** Both postcodes explained (ALLOC-9, ALLOC-12). */
function specialistRoute(request: Routed, group: CaseGroup, index: OrganisationIndex): readonly string[] {
  if (group.sensitive)
    return ['The case group is nationally sensitive: Special Client Records does all of its work.']
  const person = group.people.find(({ scin }) => scin === request.raisedAgainst)
  const goes = waitsWith(request, group, index)
  const paying = payingParentOf(group)
  const stays = `The case group does not move: where it belongs goes by the postcode of the paying parent alone${paying.postcode === null ? ', which is not known' : placeWords(paying, index)}.`
  if (!person) return [stays]
  const name = nameOf(person)
  const where =
    goes === null
      ? `Nobody can be found to do it: ${name}’s postcode${placeWords(person, index)}${person.postcode === null ? '' : ' is in no region whose segments do this'}.`
      : `It goes to ${segmentTitle(goes, index)}, because ${name}, whom it is raised against, lives${livesWords(person, index)}.`
  return [where, stays]
}

// Whoever is away gets nothing new: his team leader sees to what comes (TEAM-2).
function withGroupWords(
  { holder }: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): readonly string[] {
  const name = staffName(holder, index)
  const goes = `It goes to ${name}, with the case group.`
  const absence = holder === null ? undefined : absenceOf(holder, index, today)
  if (!absence) return [goes]
  return [
    goes,
    `${name} is away until ${longDate(absence.to)}: the team leader sees to it, or gives the case group to somebody else.`,
  ]
}

const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`

function placeWords({ postcode }: Person, { bom }: OrganisationIndex): string {
  if (postcode === null) return ' is not known'
  const region = regionOf(postcode, bom)
  return ` (${postcode}${region ? `, ${region.name}` : ''})`
}

function livesWords(person: Person, { bom }: OrganisationIndex): string {
  const region = person.postcode === null ? undefined : regionOf(person.postcode, bom)
  return ` at ${person.postcode} in ${region?.name ?? 'no known region'}`
}

/** What its completion does to the group, and the other work that is open then (ALLOC-6). */
export interface CompletionWords {
  readonly sentence: string
  readonly moves: boolean
  /** Other open work of the group: warned of before it is closed. */
  readonly otherWork: readonly string[]
}

export function completionWords(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): CompletionWords {
  const { changed, destination, heldByLock, onRecovery } = completionOf(request, group, index)
  const { serviceRequests, post } = openWorkOf(group)
  const otherWork = [
    ...serviceRequests
      .filter(({ number }) => number !== request.number)
      .map(({ type, holder }) => `${type}, ${holder === null ? 'held by nobody' : staffName(holder, index)}`),
    ...post.map(({ subject }) => `Post: ${subject}`),
  ]
  const moves = destination !== null
  if (!changed) return { sentence: unchangedWords(request), moves, otherWork }
  const factor = changeWords(changed)
  const sentence = moves
    ? `Moves to ${segmentTitle(destination, index)} when this completes: ${factor}. It goes unassigned, with its other case-owning work and post.`
    : `When this completes, ${factor}. ${stayingWords(heldByLock, onRecovery, index)}`
  return { sentence, moves, otherWork }
}

function stayingWords(heldByLock: boolean, onRecovery: SegmentName | null, index: OrganisationIndex): string {
  if (onRecovery !== null)
    return `The case group is orphaned: it moves to ${segmentTitle(onRecovery, index)} on recovery, when it is returned to its segment.`
  return heldByLock ? 'The lock keeps the case group where it is.' : 'The case group stays where it is.'
}

const unchangedWords = ({ flipsTo }: ServiceRequest) =>
  flipsTo === null
    ? 'Its completion changes nothing on the case group.'
    : 'What it carries is so already, or is nothing that allocation turns on: its completion moves nothing.'

/** Where the group goes when one of its requests completes, said beforehand (ALLOC-6). */
export function movesOnCompletion(group: CaseGroup, index: OrganisationIndex): readonly string[] {
  if (!isLive(group)) return []
  return openWorkOf(group).serviceRequests.flatMap(request => {
    const { destination } = completionOf(request, group, index)
    if (destination === null) return []
    const when = `when ${request.type} ${requestNumber(request)} completes`
    return [`Moves to ${segmentTitle(destination, index)} ${when}.`]
  })
}
