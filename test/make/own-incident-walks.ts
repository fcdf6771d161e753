import fc from 'fast-check'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { incidentStates, isWithAac, stepsFrom } from '../../shared/domain/incident-steps.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { OwnIncident } from '../../shared/domain/own-incident.ts'
import type { Rota } from '../../shared/domain/rota.ts'
import { decide } from './a-command.ts'
import { anOwnIncident, aStep, type StepAsked, stepArgs } from './an-incident.ts'
import { type Act, anyAct, names, organisation, pick, rotas, ways } from './incident-walks.ts'

const without = (...gone: readonly string[]): Organisation => ({
  ...organisation,
  staff: organisation.staff.map(member =>
    gone.includes(member.number) ? { ...member, access: 'removed', accessEndedOn: '2026-11-20' } : member,
  ),
})

/** Who has access: all, or not whoever raised it, or not the leader of its team, or neither. */
const organisations = [organisation, without('N1-1'), without('N1-lead'), without('N1-1', 'N1-lead')]

/** The number of somebody's case, which no text of an incident without one may have (ACC-3). */
export const SOMEBODY = '10000002'
const texts = ['words', 'text', 'description', 'actionsTaken', 'wordsForNote', 'reason']

/** The args of a step, each text of which names somebody. */
const naming = (name: StepAsked): object =>
  Object.fromEntries(
    Object.entries(stepArgs[name])
      .filter(([arg]) => texts.includes(arg))
      .map(([arg]) => [arg, `It is as with ${SOMEBODY}.`]),
  )

export interface OwnWorld {
  readonly own: OwnIncident
  readonly rota: readonly Rota[]
  readonly organisation: Organisation
}

function stepFor({ kind, step, way }: Act, { incident }: OwnIncident): Envelope | undefined {
  const onwards = stepsFrom(incident.state).filter(each => each !== 'withdraw-incident')
  const name = pick(kind !== 'any' && onwards.length > 0 ? onwards : names, step)
  if (!name) return undefined
  const more = kind === 'other' ? naming(name) : pick(ways[name] ?? [{}], way)
  return aStep(name, incident, more, null)
}

/** The incident after a step, or as it was where that was refused. */
export function taken(
  envelope: Envelope,
  actor: string,
  { own, rota, organisation: staff }: OwnWorld,
): OwnIncident {
  const decision = decide(envelope, actor, undefined, staff, [own, ...rota])
  const [put] = decision.ok ? decision.puts : []
  return put?.kind === 'incident' ? put : own
}

function after(world: OwnWorld, act: Act): OwnWorld {
  if (act.kind === 'rota') return { ...world, rota: pick(rotas, act.step) ?? [] }
  if (act.kind === 'fact') return { ...world, organisation: pick(organisations, act.step) ?? organisation }
  const envelope = stepFor(act, world.own)
  return envelope ? { ...world, own: taken(envelope, act.actor, world) } : world
}

const anyStart = fc
  .constantFrom(...incidentStates)
  .map(state => anOwnIncident({ state, number: isWithAac({ state }) ? 'INC0042' : null }))

/** Every walk from an incident that affects no case, and what holds from each place on it to the next. */
export function onEveryOwnWalk(
  holds: (before: OwnWorld, next: OwnWorld, act: Act) => void,
  runs: number,
  seed?: number,
): void {
  fc.assert(
    fc.property(anyStart, fc.array(anyAct, { minLength: 10, maxLength: 30 }), (own, walk) => {
      let world: OwnWorld = { own, rota: [], organisation }
      for (const act of walk) {
        const next = after(world, act)
        holds(world, next, act)
        world = next
      }
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}
