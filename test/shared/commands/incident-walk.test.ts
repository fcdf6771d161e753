import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepDecisions } from '../../../hub/import/keep-decisions.ts'
import type { SourceGroup } from '../../../hub/import/load-source.ts'
import { managesSegment } from '../../../shared/commands/authority.ts'
import { destinationOf } from '../../../shared/commands/destination.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import { type CaseGroup, isLive } from '../../../shared/domain/case-group.ts'
import { noteHoldings } from '../../../shared/domain/holdings.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { lockKeepingOf } from '../../../shared/domain/incident-lock.ts'
import {
  incidentStates,
  incidentSteps,
  isOpenIncident,
  isWithAac,
  stepOf,
  stepsFrom,
} from '../../../shared/domain/incident-steps.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import type { Rota } from '../../../shared/domain/rota.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { aDeputyship, anAbsence, aRota } from '../../make/a-rota.ts'
import {
  anIncident,
  aRaising,
  aStep,
  incidentNamed,
  type StepAsked,
  stepArgs,
  wholeDetails,
} from '../../make/an-incident.ts'
import { anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const SCR = segment('FS_GB_CCLNT_SCR')
const TODAY = NOW.slice(0, 10)
const organisation = anOrganisation()
const index = indexOrganisation(organisation)

/** Who is away, and who stands in (TEAM-2, TEAM-3). */
const away = (...who: readonly string[]) => who.map(number => anAbsence(number, TODAY, TODAY))
const rotas: readonly (readonly Rota[])[] = [
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
const ways: Readonly<Partial<Record<StepAsked, readonly object[]>>> = {
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
const others = {
  raise: ({ id }: CaseGroup) => aRaising({ masterCaseNumber: id, details: wholeDetails }),
  clear: (group: CaseGroup) =>
    anEnvelope(
      'clear-lock',
      { masterCaseNumber: group.id },
      { since: group.lock?.since ?? NOW, destination: destinationOf(group, index).segment },
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
  const kept = keepDecisions(told, group, source, index, { takenAt: NOW, system: 'CMS2012', now: NOW })
  return noteHoldings(group, overrule(kept, index, NOW), NOW)
}

const names = Object.keys(stepArgs) as StepAsked[]
const people = organisation.staff.map(({ number }) => number)
const leading = people.filter(number => /^(N1|SCR)-|^N2-lead/.test(number))
const someone = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...leading) }, fc.constantFrom(...people))

interface Act {
  readonly kind: 'open' | 'any' | 'other' | 'fact' | 'rota'
  readonly actor: string
  readonly which: number
  readonly step: number
  readonly way: number
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'any', 'other', 'other', 'fact', 'rota'),
  actor: someone,
  which: fc.nat(2),
  step: fc.nat(40),
  way: fc.nat(2),
})

const pick = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length]

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

function after({ group, rota }: World, act: Act): World {
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
const anyStart = fc
  .array(fc.constantFrom(...incidentStates), { maxLength: 2 })
  .map(states => states.map((state, place) => anIncident({ id: incidentNamed(String(place)), state })))
  .map(incidents => aCaseGroup({ incidents, lock: incidents.some(isWithAac) ? aLock() : null }))
const anyWalk = fc.array(anyAct, { minLength: 10, maxLength: 30 })

/** Every walk from such a group, and what holds from each place on it to the next. */
function onEveryWalk(
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

const changed = ({ incidents: before }: CaseGroup, { incidents: after }: CaseGroup) =>
  after.flatMap((incident, place) => {
    const was = before[place]
    return was && was !== incident ? [{ was, is: incident }] : []
  })

describe('INC-14 a walk of every step, by anybody, on several incidents of one group', () => {
  it('goes from state to state as the table names it, and no other way', () => {
    onEveryWalk((before, next) => {
      expect(next.incidents.length).toBeGreaterThanOrEqual(before.incidents.length)
      for (const { was, is } of changed(before, next)) {
        const { step } = is.history.at(-1) ?? { step: 'raise-incident' }
        if (step === 'raise-incident') throw new Error('A step without an entry.')
        const { from, to } = stepOf(step)
        expect(from).toContain(was.state)
        expect(to.length === 0 ? [was.state] : to).toContain(is.state)
        expect(incidentStates).toContain(is.state)
        expect(is.turn - was.turn).toBe(to.length === 0 ? 0 : 1)
      }
    }, 600)
  })

  it('INC-13: its history only grows, by one entry a step, and says where it went', () => {
    onEveryWalk((before, next, { actor }) => {
      for (const { was, is } of changed(before, next)) {
        expect(is.history.slice(0, -1)).toEqual(was.history)
        expect(is.history.at(-1)).toMatchObject({ to: is.state, actor: { kind: 'person', staff: actor } })
      }
    }, 500)
  })

  it('LOCK-6: at every step the lock is on while one of them is with AAC or a direction holds, the same lock', () => {
    onEveryWalk((before, next, { kind, actor }) => {
      const keeping = lockKeepingOf(before, TODAY)
      if (next.incidents.some(isWithAac)) expect(next.lock).not.toBeNull()
      if (keeping === null || !before.lock) return
      if (lockKeepingOf(next, TODAY) !== null) expect(next.lock?.since).toBe(before.lock.since)
      if (next.segment === before.segment) return
      // The segment manager ends a direction sooner, by clearing the lock; nothing else moves it but the marker.
      if (kind !== 'other') expect([kind, next.segment]).toEqual(['fact', SCR])
      else
        expect([keeping.kind, managesSegment(staff(actor), before.segment, index), next.lock]).toEqual([
          'directed',
          true,
          null,
        ])
    }, 1_000)
  })

  it('INC-16: nobody authorised an incident that he raised', () => {
    onEveryWalk((before, next) => {
      for (const { is } of changed(before, next)) expect(is.authorised?.by).not.toBe(is.raisedBy)
    }, 500)
  })

  it('INC-18, ACC-3: once it is sensitive only who is nominated takes a step, and in the end a team leader can', () => {
    const nominated = new Set(organisation.staff.filter(each => each.scrNominated).map(each => each.number))
    onEveryWalk((before, next, { actor }) => {
      // One that was closed before it was marked stays where it is, and waits for whoever is nominated there (ALLOC-13).
      if (!before.sensitive || before.segment !== SCR) return
      if (changed(before, next).length > 0) expect([...nominated]).toContain(actor)
      for (const incident of next.incidents.filter(isWithAac)) {
        const answering = stepsFrom(incident.state).map(name => aStep(name, incident, {}, next.id))
        expect(answering.some(step => decide(step, 'SCR-mgr', next, organisation).ok)).toBe(true)
      }
    }, 400)
  })

  it('wherever it ends, every open incident has a way on for somebody, and not only to be withdrawn', () => {
    fc.assert(
      fc.property(anyStart, anyWalk, (start, walk) => {
        const { group, rota } = walk.reduce(after, { group: start, rota: [] })
        // Closed before it was marked, it stays among people of whom nobody may be nominated (ALLOC-13, ACC-3).
        if (group.sensitive && group.segment !== SCR) return
        for (const incident of group.incidents.filter(isOpenIncident)) {
          // For what is open on a closed group AAC cannot be called; that is withdrawn (ALLOC-13).
          const on = stepsFrom(incident.state).filter(
            name => (!isLive(group) || name !== 'withdraw-incident') && incidentSteps[name].to.length > 0,
          )
          // Who may not lock the group asks who may; then AAC is called (LOCK-9).
          const asked = [...on.map(name => aStep(name, incident, {}, group.id)), others.set(group)]
          const may = asked.some(envelope =>
            people.some(person => decide(envelope, person, group, organisation, rota).ok),
          )
          expect([incident.state, may]).toEqual([incident.state, true])
        }
      }),
      { numRuns: 300 },
    )
  })
})

// Whether they come everywhere is no matter of chance.
const SEED = 4

describe('the walks', () => {
  it('come to every state, and have two incidents with AAC at once', () => {
    const seen = new Set<string>()
    onEveryWalk(
      (_, { incidents, sensitive, status }) => {
        for (const { state } of incidents) seen.add(state)
        if (incidents.filter(isWithAac).length > 1) seen.add('two with AAC')
        if (incidents.some(isWithAac) && incidents.some(({ direction: kept }) => kept))
          seen.add('a direction')
        if (incidents.some(isWithAac) && sensitive) seen.add('sensitive at AAC')
        if (incidents.some(isWithAac) && status === 'Closed') seen.add('closed at AAC')
      },
      1_500,
      SEED,
    )
    expect([...seen].sort()).toEqual(
      [...incidentStates, 'two with AAC', 'a direction', 'sensitive at AAC', 'closed at AAC'].sort(),
    )
  })
})
