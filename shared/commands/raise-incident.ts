import { z } from 'zod'
import { type AdviceRequest, adviceId } from '../domain/advice.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { type CommandId, type IncidentId, masterCaseNumber, srNumber, teamId } from '../domain/ids.ts'
import { type Incident, incidentSystems, problemKinds } from '../domain/incident.ts'
import { employmentConcerns, withDetails } from '../domain/incident-details.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { recoveryIdOf } from '../domain/recovery-request.ts'
import { requestNamed } from '../domain/request-named.ts'
import { stepTitles } from '../queries/incident-words.ts'
import {
  accept,
  type Context,
  type Decision,
  type DocumentKey,
  defineCommand,
  readsGroup,
  refuse,
} from './command.ts'
import { detailsArg, factsOf, yesOrNo } from './incident-facts.ts'
import { incidentEntry, noted } from './incident-step.ts'
import { longText, readsIncident, shortText } from './incident-subject.ts'
import { objectionToNaming } from './names-client.ts'

const args = z.strictObject({
  /** Null: no case is affected. */
  masterCaseNumber: masterCaseNumber.nullable(),
  serviceRequest: srNumber.nullable(),
  /** Whose leader is consulted, where no case is affected and the raiser works in no team (INC-5, INC-15). */
  team: teamId.optional(),
  /** What was asked without a case and cannot be answered, where it goes on from that (ADV-3). */
  advice: adviceId.optional(),
  system: z.enum(incidentSystems),
  problem: z.enum(problemKinds),
  employment: z.enum(employmentConcerns),
  /** Goes past the Local Finance SPOC first (INC-2). */
  payments: z.boolean(),
  description: longText,
  /** Raised before, it is joined instead (INC-2). */
  checks: z.strictObject({
    wordsSearched: shortText,
    raisedBefore: z.enum(['no', 'not-known']),
    colleagueAsked: shortText,
    reductionAdviceRead: z.literal(true),
    financeSpoc: longText.nullable(),
  }),
  details: detailsArg,
})
type Args = z.output<typeof args>

// The command that raises it names it.
export const incidentOf = (command: CommandId) => command as string as IncidentId

/** Takes a problem to the team leader, with what was tried before (INC-1, INC-2, INC-15). */
export const raiseIncident = defineCommand({
  name: 'raise-incident',
  label: stepTitles['raise-incident'],
  args,
  saw: z.strictObject({}),

  reads({ masterCaseNumber: group, serviceRequest, advice }, command) {
    const asked: readonly DocumentKey[] = advice === undefined ? [] : [['advice-request', advice]]
    if (group === null)
      return [...readsIncident({ masterCaseNumber: null, incident: incidentOf(command) }), ...asked]
    const read = [...readsGroup({ masterCaseNumber: group }), ...asked]
    return serviceRequest === null
      ? read
      : [...read, ['recovery-request', recoveryIdOf(group, serviceRequest)]]
  },

  // Anybody raises, in his own right.
  teamOf: () => null,

  authorise: () => undefined,

  decide(raised, _, before, context) {
    const { masterCaseNumber: id, payments, checks } = raised
    if (payments && checks.financeSpoc === null)
      return refuse(
        'not-possible',
        'A payments problem goes to the Local Finance SPOC first: say what came of it.',
      )
    const group = id === null ? undefined : before.caseGroup(id)
    if (id !== null && !group) return refuse('not-found', 'There is no such case group.')
    const decision = group
      ? inGroup(raised, group, context)
      : ownIncident(raised, before.organisation(), context)
    if (!decision.ok || raised.advice === undefined) return decision
    const asked = goingOn(before.aggregate('advice-request', raised.advice), context)
    return typeof asked === 'string' ? refuse('not-possible', asked) : accept(...decision.puts, asked)
  },
})

/** The question with the incident in whose path it is now: it is to be done no more (ADV-3). */
function goingOn(asked: AdviceRequest | undefined, { actor, command }: Context): AdviceRequest | string {
  const { advice } = asked ?? {}
  if (!asked || !advice?.answer?.unanswerable || advice.askedBy !== actor)
    return 'An incident goes on from what you asked, once Advice and Guidance cannot answer it.'
  if (advice.incident !== null) return 'An incident goes on from it already.'
  return { ...asked, advice: { ...advice, incident: incidentOf(command) } }
}

function inGroup(raised: Args, group: CaseGroup, context: Context): Decision {
  if (!isLive(group))
    return refuse(
      'not-possible',
      'The case group is closed, and a closed group is never locked: raise it without a case.',
    )
  const request = requestNamed(group, raised.serviceRequest)
  if (raised.serviceRequest !== null && !request)
    return refuse('not-possible', 'The case group has no such service request.')
  const incident = made({ ...raised, serviceRequest: request?.number ?? null }, context)
  return accept(
    noted({ ...group, incidents: [...group.incidents, incident] }, incident, 'raise-incident', context),
  )
}

function ownIncident(raised: Args, index: OrganisationIndex, context: Context): Decision {
  const own = index.staff.get(context.actor)?.team ?? raised.team
  if (own === undefined)
    return refuse('not-possible', 'You are in no team: say which team’s leader is consulted.')
  const team = index.teams.get(own)
  if (!team)
    return refuse('not-possible', 'That team is not in the operating model, so nobody could be consulted.')
  if (raised.serviceRequest !== null)
    return refuse('not-possible', 'A service request is of a case group: raise it on that group.')
  const incident = made(raised, context)
  const naming = objectionToNaming(incident.history[0]?.facts ?? {}, null)
  if (naming) return refuse('not-possible', naming)
  return accept({ kind: 'incident', id: incident.id, incident, team: team.id, segment: team.segment })
}

function made(
  { serviceRequest, system, problem, employment, description, checks, details }: Args,
  context: Context,
): Incident {
  const { reductionAdviceRead, raisedBefore, ...asked } = checks
  const facts = factsOf({
    ...details,
    ...asked,
    raisedBefore,
    system,
    problem,
    employment,
    description,
    reductionAdviceRead: yesOrNo(reductionAdviceRead),
  })
  return {
    id: incidentOf(context.command),
    state: 'consulting',
    turn: 0,
    raisedBy: context.actor,
    raisedAt: context.now,
    serviceRequest,
    system,
    problem,
    employment,
    description,
    actionsTaken: null,
    checks,
    details: withDetails({}, details),
    consulted: null,
    checkBackOn: null,
    authorised: null,
    number: null,
    rejection: null,
    callBackAt: null,
    escalated: false,
    email: null,
    retriesBy: null,
    direction: null,
    joined: [],
    history: [incidentEntry('raise-incident', 'consulting', facts, context)],
  }
}
