import type { AdviceRequest } from '../domain/advice.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { DataException } from '../domain/data-exception.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import type { PlainDate } from '../domain/time.ts'
import { allocationDriftAfter, type MisplacedGroup } from './allocation-drift.ts'
import type { Caseload } from './caseload.ts'
import { type DifferenceRow, differencesAfter } from './differences.ts'
import { type GroupIncidentRow, groupIncidentsAfter, type IncidentRow, incidentRows } from './incidents.ts'
import { type LockedGroup, locksAfter } from './locks.ts'
import { type Orphan, orphansAfter } from './orphans.ts'
import { type OverseenGroup, overseenGroupsAfter } from './overseen-groups.ts'
import { type QueuedGroup, queueAfter } from './queue.ts'
import type { RecoveryRow } from './recoveries.ts'
import { type RequestRow, requestsAfter } from './requests.ts'
import { type ReturnDue, returnsDueAfter } from './returns-due.ts'
import { type Changes, changesBetween } from './rows-after.ts'
import { type Load, loadsAfter } from './team-load.ts'
import { type ToldOfLock, toldOfLocksAfter } from './told-of-locks.ts'
import type { Viewpoint } from './viewpoint.ts'

/** What is read off the case groups, each list by its own. */
interface Lists {
  readonly orphans: readonly Orphan[]
  readonly locks: readonly LockedGroup[]
  readonly toldOfLocks: readonly ToldOfLock[]
  readonly groups: readonly OverseenGroup[]
  readonly queue: readonly QueuedGroup[]
  readonly requests: readonly RequestRow[]
  /** As the hub has them. */
  readonly groupIncidents: readonly GroupIncidentRow[]
  readonly returns: readonly ReturnDue[]
  readonly loads: readonly Load[]
  readonly misplaced: readonly MisplacedGroup[]
  readonly differences: readonly DifferenceRow[]
}

type Read<List> = (
  last: List,
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
) => List

const reads: { readonly [Name in keyof Lists]: Read<Lists[Name]> } = {
  orphans: orphansAfter,
  locks: locksAfter,
  toldOfLocks: (told, changes, view, _, today) => toldOfLocksAfter(told, changes, view, today),
  groups: overseenGroupsAfter,
  queue: queueAfter,
  requests: requestsAfter,
  groupIncidents: groupIncidentsAfter,
  returns: returnsDueAfter,
  loads: loadsAfter,
  misplaced: allocationDriftAfter,
  differences: differencesAfter,
}
const names = Object.keys(reads) as readonly (keyof Lists)[]

/** A list as it was last read, and of which groups. */
interface LastRead<List> {
  readonly groups: readonly CaseGroup[]
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly list: List
}

type LastReads = { [Name in keyof Lists]?: LastRead<Lists[Name]> }

/**
 * Every list of the desk, of one revision of what is held. Each is read when it is first asked for: what is not looked
 * at costs nothing, and what is looked at is on the screen before the others are counted.
 */
export interface Readings extends Lists {
  readonly view: Viewpoint
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly caseload: Caseload
  readonly recoveries: readonly RecoveryRow[]
  /** What Advice and Guidance is asked that is about no case. */
  readonly advice: readonly AdviceRequest[]
  /** What the last import found wrong, as far as it is sent to the person (IMP-1). */
  readonly exceptions: readonly DataException[]
  /** As they will be with what waits, those that affect no case among them. */
  readonly incidents: readonly IncidentRow[]
}

/** What is read off other documents than the groups as the hub has them. */
export interface Apart {
  readonly recoveries?: readonly RecoveryRow[]
  readonly advice?: readonly AdviceRequest[]
  readonly exceptions?: readonly DataException[]
  readonly ownIncidents?: Iterable<OwnIncident>
  /** The groups that a change waits on, as they will be with it. */
  readonly asIntended?: readonly CaseGroup[]
}

/**
 * Every list of a person. With what was read before, of the same organisation and day, only the groups that
 * changed are read again: one change in fifty thousand costs little more than in a thousand.
 */
export function readingsOf(
  caseload: Caseload,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
  before?: Readings,
  { recoveries = [], advice = [], exceptions = [], ownIncidents = [], asIntended = [] }: Apart = {},
): Readings {
  const last = (before && lastReads.get(before)) ?? {}
  const readings = { view, index, today, caseload, recoveries, advice, exceptions }
  const changesSince = changesTo(caseload)
  for (const name of names) define(readings, name, () => read(name, readings, last, changesSince))
  define(readings, 'incidents', () =>
    incidentRows((readings as Readings).groupIncidents, asIntended, ownIncidents, advice, view, index, today),
  )
  lastReads.set(readings as Readings, last)
  return readings as Readings
}

// Shared by the readings that follow one another: of each list the last that was read, whichever of them it was.
const lastReads = new WeakMap<Readings, LastReads>()

function define<Value>(target: object, name: string, make: () => Value): void {
  const options = { enumerable: true, configurable: true }
  const get = () => {
    const value = make()
    Object.defineProperty(target, name, { ...options, value })
    return value
  }
  Object.defineProperty(target, name, { ...options, get })
}

function read<Name extends keyof Lists>(
  name: Name,
  { caseload: { groups }, view, index, today }: Omit<Readings, keyof Lists | 'incidents'>,
  last: LastReads,
  changesSince: (groups: readonly CaseGroup[]) => Changes,
): Lists[Name] {
  const found: LastRead<Lists[Name]> | undefined = last[name]
  const known = found && found.index === index && found.today === today ? found : undefined
  const reading: Read<Lists[Name]> = reads[name]
  const list = reading(known?.list ?? none, changesSince(known?.groups ?? none), view, index, today)
  const kept: LastReads = { [name]: { groups, index, today, list } }
  Object.assign(last, kept)
  return list
}

const none: readonly never[] = []

/** What is otherwise since other groups; worked out once for all the lists that were read of the same. */
function changesTo({ groups, since }: Caseload): (before: readonly CaseGroup[]) => Changes {
  const known = new Map(since && [[since.groups, since.changes]])
  return before => {
    const found = known.get(before) ?? changesBetween(before, groups)
    known.set(before, found)
    return found
  }
}
