import { randomUUID } from 'node:crypto'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { BatchId, CommandId, StaffNumber } from '../../../shared/domain/ids.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation, type OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { PROTOCOL, PUSH_LIMIT, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import type { PullReply } from '../../../shared/sync/pull.ts'
import { type Ask, signedIn } from '../../signed-in.ts'
import type { DeskHub } from './desk-hub.ts'

export interface SomebodyElse {
  /** Gives so many groups to a colleague in the same team, those of the lowest numbers among them, in one push. */
  reassign(count: number): Promise<void>
  /** Raises an incident on so many groups. */
  raise(count: number): Promise<void>
}

/** The manager at another device, who knows all his groups and changes some. */
export async function somebodyElse(hub: Pick<DeskHub, 'origin' | 'manager'>): Promise<SomebodyElse> {
  const ask = await signedIn(hub.origin, hub.manager.staffNumber)
  const clientId = randomUUID()
  const { staffNumber } = hub.manager
  const { groups, index } = await pullAll(ask, clientId, staffNumber)
  let seq = 0
  return {
    async reassign(count) {
      const chosen = [...groups.values()].flatMap(group => next(group, index) ?? []).slice(0, count)
      const commands = chosen.map(group => ({
        seq: ++seq,
        envelope: allocation(groups.get(group.id), group),
      }))
      for (const group of chosen) groups.set(group.id, group)
      await ask('/sync/push', { protocol: PROTOCOL, staffNumber, clientId, commands })
    },
    async raise(count) {
      const chosen = [...groups.values()].filter(({ sensitive }) => !sensitive).slice(0, count)
      for (let from = 0; from < chosen.length; from += PUSH_LIMIT) {
        const some = chosen.slice(from, from + PUSH_LIMIT)
        const commands = some.map(group => ({ seq: ++seq, envelope: raising(group) }))
        await ask('/sync/push', { protocol: PROTOCOL, staffNumber, clientId, commands })
      }
    },
  }
}

async function pullAll(ask: Ask, clientId: string, staffNumber: string) {
  const groups = new Map<string, CaseGroup>()
  let organisation: Organisation | undefined
  let cookie: string | null = null
  for (let more = true; more; ) {
    const message = {
      protocol: PROTOCOL,
      schema: SCHEMA,
      staffNumber,
      clientId,
      caseload: cookie,
      sensitive: null,
      resultsAfter: 0,
    }
    const { caseload } = (await ask('/sync/pull', message)) as PullReply
    for (const op of caseload.patch) {
      if (op.op !== 'put') continue
      if (op.kind === 'organisation') organisation = op.document
      else if (op.kind === 'case-group') groups.set(op.id, op.document)
    }
    cookie = caseload.cookie
    more = caseload.more
  }
  if (!organisation) throw new Error('The hub sent no organisation.')
  return { groups, index: indexOrganisation(organisation) }
}

/** The group with the next active caseworker of its team as its holder. */
function next(group: CaseGroup, { staffOfTeam }: OrganisationIndex): CaseGroup | undefined {
  if (group.team === null || group.holder === null || group.sensitive) return undefined
  const active = (staffOfTeam.get(group.team) ?? []).filter(
    ({ access, roles }) => access === 'active' && roles.includes('caseworker'),
  )
  const at = active.findIndex(({ number }) => number === group.holder)
  const holder: StaffNumber | undefined = active[(at + 1) % active.length]?.number
  return holder === undefined || holder === group.holder ? undefined : { ...group, holder }
}

function allocation(before: CaseGroup | undefined, after: CaseGroup): Envelope {
  return {
    id: randomUUID() as CommandId,
    name: 'allocate-case-group',
    args: { masterCaseNumber: after.id, team: after.team, holder: after.holder },
    saw: { team: before?.team ?? null, holder: before?.holder ?? null },
    issuedAt: new Date().toISOString(),
    reason: null,
    batch: randomUUID() as BatchId,
  }
}

function raising({ id, title }: CaseGroup): Envelope {
  return {
    id: randomUUID() as CommandId,
    name: 'raise-incident',
    args: {
      masterCaseNumber: id,
      serviceRequest: null,
      system: 'CMS2012',
      problem: 'error-message',
      employment: 'none',
      payments: false,
      description: `The assessment of ${title} stops after Calculate.`,
      checks: {
        wordsSearched: 'assessment calculate',
        raisedBefore: 'no',
        colleagueAsked: 'Nobody could be asked',
        reductionAdviceRead: true,
        financeSpoc: null,
      },
      details: { errorMessage: 'SBL-DAT-00215', background: 'Since Monday.' },
    },
    saw: {},
    issuedAt: new Date().toISOString(),
    reason: null,
    batch: null,
  }
}
