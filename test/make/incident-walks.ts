import fc from 'fast-check'
import { keepDecisions } from '../../hub/import/keep-decisions.ts'
import type { SourceGroup } from '../../hub/import/load-source.ts'
import { destinationOf } from '../../shared/commands/destination.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../shared/commands/settle-drift.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { noteHoldings } from '../../shared/domain/holdings.ts'
import type { Incident } from '../../shared/domain/incident.ts'
import { incidentStates, isWithAac, stepsFrom } from '../../shared/domain/incident-steps.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { overrule } from '../../shared/domain/overrule.ts'
import type { Rota } from '../../shared/domain/rota.ts'
import { aCaseGroup, aLock } from './a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from './a-command.ts'
import { aDeputyship, anAbsence, aRota } from './a-rota.ts'
import {
  anIncident,
  aRaising,
  aStep,
  incidentNamed,
  type StepAsked,
  stepArgs,
  wholeDetails,
} from './an-incident.ts'
import { anOrganisation, segment, staff } from './an-organisation.ts'

export const SCR = segment('FS_GB_CCLNT_SCR')
export const TODAY = NOW.slice(0, 10)
export const organisation = anOrganisation()
export const index = indexOrganisation(organisation)

/** Who is away, and who stands in (TEAM-2, TEAM-3). */
const away = (...who: readonly string[]) => who.map(number => anAbsence(number, TODAY, TODAY))
export const rotas: readonly (readonly Rota[])[] = [
  [],
  [aRota('N1', { absences: away('N1-1', 'N1-2') })],
  [
    aRota('N1', {
      absences: away('N1-lead'),
      deputyships: [aDeputyship('N1-lead', 'N2-lead', TODAY, TODAY)],
    }),
  ],
  [aRota('N1', { absences: away('N1-lead', 'N1-mgr') }), aRota('SCR', { absences: away('SCR-lead') })],
]

const direction = { by: 'AAC', until: '2026-12-01' }

/** What a step can be asked with; its usual args and other ways out of a state. */
export const ways: Readonly<Partial<Record<StepAsked, readonly object[]>>> = {
  'check-back': [{}, { works: false }],
  'return-from-advice': [{}, { outcome: 'solved' }, { outcome: 'consult' }],
  'raise-with-aac': [{}, { outcome: { rejected: null } }, { reviewOn: null }],
  'record-resolution': [{}, { successful: false }],
  'answer-email': [{}, { successful: false }],
  'close-incident': [{}, { direction }],
  'withdraw-incident': [{}, { aacTold: false }],
  'hand-over-retries': [{}, { retriesBy: 'SCR-1' }],
}

/** What else is done to the group meanwhile. */
export const others = {
  raise: ({ id }: CaseGroup) => aRaising({ masterCaseNumber: id, details: wholeDetails }),
  clear: (group: CaseGroup) =>
    anEnvelope(
      'clear-lock',
      { masterCaseNumber: group.id },
      {
        since: group.lock?.since ?? NOW,
        renewals: group.lock?.reviews.length ?? 0,
        destination: destinationOf(group, index).segment,
      },
    ),
  return: (group: CaseGroup) =>
    anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: true },
      seenForReturn(group, index),
    ),
  set: ({ id, segment: here }: CaseGroup) =>
    anEnvelope(
      'set-lock',
      { masterCaseNumber: id, category: 'incident-with-aac', reviewOn: '2026-12-01' },
      { segment: here },
    ),
  source: (group: CaseGroup) =>
    anEnvelope(
      'settle-drift',
      { masterCaseNumber: group.id, fields: ['lock'], take: 'source' },
      seenForSettling(group, ['lock']),
    ),
  allocate: ({ id, team, holder }: CaseGroup) =>
    anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: id, team: team ?? 'N1', holder: `${team ?? 'N1'}-2` },
      { team, holder },
    ),
} satisfies Record<string, (group: CaseGroup) => Envelope>

/** What changes without a command, with what the import makes of it at once. */
const facts = {
  compliance: (group: CaseGroup) => ({ ...group, compliant: !group.compliant }),
  marker: (group: CaseGroup) => overrule({ ...group, sensitive: true }, index, NOW),
  // An extract that has the lock off and another holder, and in which the group is closed, or active again.
  imported: (group: CaseGroup) => imported(group, group.status),
  closed: (group: CaseGroup) => imported(group, group.status === 'Closed' ? 'Active' : 'Closed'),
  // CMS2012 has the lock otherwise than we.
  drift: (group: CaseGroup): CaseGroup => ({
    ...group,
    differences: [
      {
        field: 'lock',
        source: group.lock ? 'off' : 'on',
        drifts: true,
        sourceSince: NOW,
        sourceLock: group.lock ? null : aLock(),
      },
    ],
  }),
}

const source = {
  group: { lock_on: 'N', lock_changed_at: NOW },
  requests: [],
  activities: new Map(),
  post: [],
} as unknown as SourceGroup

function imported(group: CaseGroup, status: CaseGroup['status']): CaseGroup {
  const told: CaseGroup = { ...group, status, incidents: [], lock: null, holder: staff('N1-2') }
  const kept = keepDecisions(told, group, source, { takenAt: NOW, system: 'CMS2012', now: NOW })
  return noteHoldings(group, overrule(kept, index, NOW), NOW)
}

export const names = Object.keys(stepArgs) as StepAsked[]
export const people = organisation.staff.map(({ number }) => number)
const leading = people.filter(number => /^(N1|SCR)-|^N2-lead/.test(number))
const someone = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...leading) }, fc.constantFrom(...people))

export interface Act {
  readonly kind: 'open' | 'any' | 'other' | 'fact' | 'rota'
  readonly actor: string
  readonly which: number
  readonly step: number
  readonly way: number
}

export const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'any', 'other', 'other', 'fact', 'rota'),
  actor: someone,
  which: fc.nat(2),
  step: fc.nat(40),
  way: fc.nat(2),
})

export const pick = <Item>(items: readonly Item[], place: number): Item | undefined =>
  items[place % items.length]

/** The step that an act stands for: mostly one that is open, so that the walk comes far. */
function stepFor({ kind, step, way }: Act, incident: Incident, group: CaseGroup): Envelope | undefined {
  const onwards = stepsFrom(incident.state).filter(each => each !== 'withdraw-incident')
  const name = pick(kind === 'open' && onwards.length > 0 ? onwards : names, step)
  return name && aStep(name, incident, pick(ways[name] ?? [{}], way), group.id)
}

/** The group, and who is away. */
interface World {
  readonly group: CaseGroup
  readonly rota: readonly Rota[]
}

export function after({ group, rota }: World, act: Act): World {
  if (act.kind === 'rota') return { group, rota: pick(rotas, act.step) ?? [] }
  if (act.kind === 'fact')
    return { group: (pick(Object.values(facts), act.step) ?? facts.compliance)(group), rota }
  const incident = pick(group.incidents, act.which)
  const envelope =
    act.kind === 'other' || !incident
      ? (pick(Object.values(others), incident ? act.step : 0) ?? others.raise)(group)
      : stepFor(act, incident, group)
  if (!envelope) return { group, rota }
  const left = outcomeOf(decide(envelope, act.actor, group, organisation, rota))
  return { group: typeof left === 'string' ? group : left, rota }
}

const MOST = 3

/** A group with none, one or two incidents that have come somewhere already. */
export const anyStart = fc
  .array(fc.constantFrom(...incidentStates), { maxLength: 2 })
  .map(states => states.map((state, place) => anIncident({ id: incidentNamed(String(place)), state })))
  .map(incidents => aCaseGroup({ incidents, lock: incidents.some(isWithAac) ? aLock() : null }))
export const anyWalk = fc.array(anyAct, { minLength: 10, maxLength: 30 })

/** Every walk from such a group, and what holds from each place on it to the next. */
export function onEveryWalk(
  holds: (before: CaseGroup, next: CaseGroup, act: Act) => void,
  runs: number,
  seed?: number,
): void {
  fc.assert(
    fc.property(anyStart, anyWalk, (start, walk) => {
      let world: World = { group: start, rota: [] }
      for (const act of walk) {
        const next = after(world, act)
        if (next.group.incidents.length > MOST) continue
        holds(world.group, next.group, act)
        world = next
      }
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}
