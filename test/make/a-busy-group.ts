import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { type IncidentState, isWithAac } from '../../shared/domain/incident-steps.ts'
import { withHere } from '../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from './a-case-group.ts'
import { aReason } from './a-command.ts'
import { aDifference } from './a-difference.ts'
import { acknowledged, aRecovery } from './a-recovery.ts'
import { aSpecialistRequest } from './a-request-command.ts'
import { anAdviceRequest } from './an-advice-request.ts'
import { anIncident } from './an-incident.ts'

/** Local IT was not asked yet, was asked, works on it. */
export type LostState = 'not-asked' | 'asked' | 'acknowledged'

/** What a command needs a busy case group to be like. */
export interface Needs {
  /** The lock that the group must have for it; undefined: either will do. */
  readonly locked?: boolean
  /** Only a group that belongs elsewhere is asked it. */
  readonly elsewhere?: boolean
  /** Where the incident on the group stands for it; undefined: any will do, none too. */
  readonly incident?: IncidentState
  /** How far the recovery of the group may be for it, which is orphaned then; none at all: it cannot be asked of an orphan. */
  readonly lost?: readonly LostState[]
  /** It is work on what is open of the group; `leaves`: its caseworker may only where nothing is (RTS-1). */
  readonly openWork?: 'does' | 'leaves'
  /** It takes the lock off, which an incident with AAC keeps on (LOCK-6). */
  readonly unlocks?: boolean
}

/** What both need, where a group can be both. */
export function together(one: Needs, other: Needs): Needs | null {
  if (one.locked !== undefined && other.locked !== undefined && one.locked !== other.locked) return null
  if ((one.unlocks && needsLock(other)) || (other.unlocks && needsLock(one))) return null
  if (one.incident && other.incident && one.incident !== other.incident) return null
  const openWork = [one, other].some(needs => needs.openWork === 'does')
    ? 'does'
    : (one.openWork ?? other.openWork)
  const both = { ...one, ...other, ...(openWork && { openWork }) }
  if (!one.lost || !other.lost) return both
  const lost = one.lost.filter(state => other.lost?.includes(state))
  const neverLost = one.lost.length === 0 && other.lost.length === 0
  return lost.length > 0 || neverLost ? { ...both, lost } : null
}

const needsLock = ({ incident }: Needs) => incident !== undefined && isWithAac({ state: incident })

/** The group in that state, by name. */
export const nameOfState = ({ locked, elsewhere, incident, lost }: Needs): string =>
  [
    locked ? 'locked' : 'unlocked',
    elsewhere && 'belonging elsewhere',
    incident && `its incident ${incident}`,
    lost?.[0] && `its recovery ${lost[0]}`,
  ]
    .filter(Boolean)
    .join(', ')

export function busyGroupFor(id: MasterCaseNumber, { locked, elsewhere, incident, lost, openWork }: Needs) {
  const group = aBusyGroup(id, locked ?? false, elsewhere, incident, lost?.[0] && 'N1-gone')
  return openWork === 'leaves' ? withoutOpenWork(group) : group
}

const withoutOpenWork = (group: CaseGroup): CaseGroup => ({
  ...group,
  post: [],
  serviceRequests: group.serviceRequests.filter(({ status }) => status === 'Closed'),
})

/** What local IT was asked of a group long enough ago to be chased. */
export const theRecovery = (id: MasterCaseNumber, state: LostState) =>
  aRecovery({
    masterCaseNumber: id,
    requestedAt: '2026-11-10T10:00:00.000Z',
    acknowledged: state === 'acknowledged' ? acknowledged : null,
  })

/** A case group on which every command can be asked: work in every state, CMS2012 has another holder. */
export function aBusyGroup(
  id: MasterCaseNumber,
  locked: boolean,
  elsewhere = false,
  incident?: IncidentState,
  holder = 'N1-1',
): CaseGroup {
  const answered = aSpecialistRequest('DNA-1', {
    number: 'fu-done' as never,
    status: 'Closed',
    activities: [],
  })
  return aCaseGroup({
    id,
    holder: holder as StaffNumber,
    compliant: !elsewhere,
    differences: [aDifference('holder', 'N1-2')],
    lock: locked ? aLock({ by: 'N1-1' as StaffNumber, reason: aReason }) : null,
    post: [aLetter('letter')],
    incidents: incident === undefined ? [] : [anIncident({ state: incident })],
    serviceRequests: [
      aRequest('sr-new', { status: 'Not Started', activities: [] }),
      aRequest('sr-open'),
      aRequest('sr-ready', { flipsTo: 'compliant=N', activities: [] }),
      aSpecialistRequest('DNA-1', { number: 'fu-held' as never }),
      anAdviceRequest('DNA-1', { number: 'fu-advice' as never }),
      withHere(answered, { closedOn: '2026-11-20', outcome: 'The test excludes him.' }),
    ],
  })
}
