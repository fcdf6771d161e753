import type { Decision, Snapshot } from '../../shared/commands/command.ts'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { run } from '../../shared/commands/run.ts'
import type { AggregateKind, AggregateOf } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId, MasterCaseNumber, SrNumber } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { type RecoveryRequest, recoveryIdOf } from '../../shared/domain/recovery-request.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { aCaseGroup, aRequest, number } from './a-case-group.ts'
import { anEnvelope, NOW } from './a-command.ts'
import { aMember, anOrganisation, segment, staff, team } from './an-organisation.ts'

/** Beside the usual people: N1-gone and DNA-gone, whose access was removed, and no nominated local IT. */
export const organisationLeft = (more: Organisation['staff'] = []): Organisation => {
  const gone = (name: string, teamId: string) =>
    aMember(name, teamId, { access: 'removed', accessEndedOn: '2026-10-01' })
  const { staff: present } = anOrganisation()
  return anOrganisation({ staff: [...present, gone('N1-gone', 'N1'), gone('DNA-gone', 'DNA'), ...more] })
}

export const nominatedIt = aMember('it-scr', null, { roles: ['local-it'], scrNominated: true })

/** A group that N1-gone left behind. */
export const anOrphan = (id = '10000001', more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ id: number(id), holder: staff('N1-gone'), ...more })

/** A specialist's request that DNA-gone left behind. */
export const aLostRequest = (id = '5-1') =>
  aRequest(id, { kind: 'functionally-unique', type: 'Parentage dispute', holder: staff('DNA-gone') })

export const FRIDAY = '2026-11-20T10:00:00.000Z'

/** Asked for on Friday, 20 November 2026, by the leader of N1. */
export function aRecovery(more: Partial<RecoveryRequest> = {}): RecoveryRequest {
  const masterCaseNumber = more.masterCaseNumber ?? number('10000001')
  const asked = '00000000-0000-7000-9000-000000000001' as CommandId
  return {
    kind: 'recovery-request',
    id: recoveryIdOf(masterCaseNumber, more.serviceRequest?.number ?? null),
    masterCaseNumber,
    serviceRequest: null,
    asked,
    together: asked,
    sensitive: false,
    incidentOpen: false,
    team: team('N1'),
    segment: segment('FS_GB_MAINT_NO_MSR'),
    holder: staff('N1-gone'),
    requestedBy: staff('N1-lead'),
    requestedAt: FRIDAY,
    acknowledged: null,
    chases: [],
    end: null,
    ...more,
  }
}

export const acknowledged = { by: staff('it'), at: FRIDAY, reference: 'INC0042' }

export interface World {
  readonly groups?: readonly CaseGroup[]
  readonly recoveries?: readonly RecoveryRequest[]
  readonly organisation?: Organisation
}

export function worldOf({
  groups = [],
  recoveries = [],
  organisation = organisationLeft(),
}: World): Snapshot {
  return {
    organisation: () => indexOrganisation(organisation),
    caseGroup: id => groups.find(group => group.id === id),
    aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) =>
      (kind === 'recovery-request' ? recoveries.find(each => each.id === id) : undefined) as
        | AggregateOf<Kind>
        | undefined,
  }
}

export const decideIn = (world: World, envelope: Envelope, actor: string, now: Instant = NOW): Decision =>
  run(envelope, staff(actor), now, worldOf(world))

/** Asks IT for an orphan as its person sees it now. */
export function anAsking(
  id: MasterCaseNumber,
  request: SrNumber | null = null,
  holder = 'N1-gone',
): Envelope {
  return anEnvelope('request-recovery', { masterCaseNumber: id, request }, { holder }, null)
}

/** One of the commands on a request that is there. */
export function onRecovery(
  name: CommandName,
  { masterCaseNumber, serviceRequest, asked }: RecoveryRequest,
  more: object = {},
  reason: string | null = null,
): Envelope {
  const args = { masterCaseNumber, request: serviceRequest?.number ?? null, ...more }
  return anEnvelope(name, args, { asked }, reason)
}

/** The request that a decision leaves, or what it was refused for. */
export function recoveryAfter(decision: Decision): RecoveryRequest | string {
  if (!decision.ok) return `${decision.refusal.kind}: ${decision.refusal.reason}`
  const put = decision.puts.find(each => each.kind === 'recovery-request')
  if (!put) throw new Error('A decision without a recovery request.')
  return put
}
