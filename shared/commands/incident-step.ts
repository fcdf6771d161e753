import { z } from 'zod'
import type { CaseGroup } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import type { Incident, IncidentEntry, IncidentFacts } from '../domain/incident.ts'
import {
  type GuardOf,
  type IncidentState,
  type IncidentStepName,
  type incidentSteps,
  stepOf,
  stepsFrom,
} from '../domain/incident-steps.ts'
import { listWords } from '../domain/list-words.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { stateWords, stepTitles } from '../queries/incident-words.ts'
import {
  accept,
  type Context,
  type DocumentKey,
  defineCommand,
  type Put,
  type Refusal,
  refuse,
  type Snapshot,
} from './command.ts'
import { personEntry, personOf } from './destination.ts'
import { answersSeen, type Filling, objectionToFilling, sawAnswers } from './filled-in.ts'
import { leadsIncident, objectionToStep, teamOfStep } from './incident-authority.ts'
import {
  type IncidentArgs,
  incidentIn,
  readsIncident,
  type Subject,
  subjectOf,
  withIncident,
} from './incident-subject.ts'
import { objectionToNaming } from './names-client.ts'

type StepName = keyof typeof incidentSteps

/** How many decisions its user had seen, and what stood where he fills something in: the first after them stands. */
const sawStep = z.strictObject({ turn: z.int().nonnegative(), answers: sawAnswers })
type SawStep = z.output<typeof sawStep>

export const seenForStep = (name: StepName, incident: Incident, args: Filling): SawStep => ({
  turn: incident.turn,
  answers: answersSeen(name, incident, args),
})

/** What a step meets. */
export interface Met {
  readonly incident: Incident
  readonly subject: Subject
  readonly index: OrganisationIndex
  readonly context: Context
  readonly before: Snapshot
}

/** Whether whoever takes it leads it. */
export const leadsMet = ({ context: { actor, today }, ...met }: Met): boolean =>
  leadsIncident({ actor, today, ...met })

/** What it makes of that. */
export interface Taken {
  /** Where the table leaves a choice. */
  readonly to?: IncidentState
  readonly changes?: Partial<Incident>
  readonly facts?: IncidentFacts
  /** The group, where more than its incident changes. */
  readonly group?: CaseGroup
}

/** How each guard of the table is found out: a sentence where it does not hold. */
type Guards<Name extends StepName, Args extends z.ZodType<IncidentArgs>> = {
  readonly [Guard in GuardOf<Name>]: (args: z.output<Args>, met: Met) => string | undefined
}

interface StepDefinition<Name extends StepName, Args extends z.ZodType<IncidentArgs>> {
  readonly name: Name
  readonly args: Args
  readonly guards: Guards<Name, Args>
  /** What it reads besides the document that the incident is in. */
  alsoReads?(args: z.output<Args>): readonly DocumentKey[]
  /** What it changes, or a sentence saying why it is not possible. */
  take(args: z.output<Args>, met: Met): Taken | string
}

/**
 * A step of the life cycle. Whose it is, from which states, to which and what must hold is read off the table; the step says what it
 * asks for and what it changes, and the history gets its entry (INC-13, INC-14).
 */
export function defineIncidentStep<const Name extends StepName, Args extends z.ZodType<IncidentArgs>>({
  name,
  args,
  guards,
  alsoReads,
  take,
}: StepDefinition<Name, Args>) {
  const { by } = stepOf(name)
  return defineCommand({
    name,
    label: stepTitles[name],
    args,
    saw: sawStep,

    reads: which => [...readsIncident(which), ...(alsoReads?.(which) ?? [])],

    teamOf(which, before, actor) {
      const subject = subjectOf(which, before)
      const incident = incidentIn(subject, which.incident)
      return subject && incident ? teamOfStep(by, incident, subject, actor, before.organisation()) : null
    },

    authorise(which, before, { actor, today }) {
      const subject = subjectOf(which, before)
      const incident = incidentIn(subject, which.incident)
      if (!subject || !incident) return undefined
      return objectionToStep(by, { actor, incident, subject, index: before.organisation(), today })
    },

    decide(which, saw, before, context) {
      const subject = subjectOf(which, before)
      const incident = incidentIn(subject, which.incident)
      if (!subject || !incident) return refuse('not-found', 'There is no such incident.')
      const objection = objectionToState(name, incident, saw)
      if (objection) return { ok: false, refusal: objection }
      const overwriting = objectionToFilling(name, incident, which, saw.answers)
      if (overwriting) return refuse('changed', overwriting)
      const met = { incident, subject, index: before.organisation(), context, before }
      const guarded = stepOf(name).guards as readonly GuardOf<Name>[]
      for (const guard of guarded) {
        const unmet = guards[guard](which, met)
        if (unmet) return refuse('not-possible', unmet)
      }
      const taken = take(which, met)
      if (typeof taken === 'string') return refuse('not-possible', taken)
      const naming = subject.kind === 'incident' && objectionToNaming(taken.facts ?? {}, incident.number)
      return naming
        ? refuse('not-possible', naming)
        : accept(afterStep(name, incident, subject, taken, context))
    },
  })
}

function objectionToState(name: StepName, incident: Incident, saw: SawStep): Refusal | undefined {
  const { from, to } = stepOf(name)
  const { state, turn } = incident
  const decides = to.length > 0
  if (decides && turn !== saw.turn)
    return {
      kind: 'changed',
      reason: `Somebody else decided since you looked. It is now: ${stateWords[state]}.`,
    }
  if (from.includes(state)) return undefined
  const open = stepsFrom(state).map(each => stepTitles[each])
  const next = open.length === 0 ? 'Nothing can be done to it any more.' : `Open are: ${listWords(open)}.`
  return { kind: 'not-possible', reason: `It stands at: ${stateWords[state]}. ${next}` }
}

function afterStep(
  name: StepName,
  incident: Incident,
  subject: Subject,
  { to, changes = {}, facts = {}, group }: Taken,
  context: Context,
): Put {
  const { to: choices } = stepOf(name)
  const state = to ?? choices[0] ?? incident.state
  const turn = choices.length > 0 ? incident.turn + 1 : incident.turn
  const entry = incidentEntry(name, state, facts, context)
  const after: Incident = { ...incident, ...changes, state, turn, history: [...incident.history, entry] }
  return noted(withIncident(group ?? subject, after), after, name, context)
}

/** What the incident itself remembers of a step (INC-13). */
export function incidentEntry(
  step: IncidentStepName,
  to: IncidentState,
  facts: IncidentFacts,
  context: Context,
): IncidentEntry {
  return {
    command: context.command,
    at: context.now,
    issuedAt: context.issuedAt,
    actor: personOf(context),
    step,
    to,
    facts,
  }
}

/** The group remembers the last step of each of its incidents. */
export function noted(
  subject: Subject,
  { id, state }: Incident,
  step: IncidentStepName,
  context: Context,
): Subject {
  if (subject.kind === 'incident') return subject
  const entry = personEntry({ kind: 'incident', incident: id, step, to: state }, context)
  return { ...subject, history: remember(subject.history, entry) }
}
