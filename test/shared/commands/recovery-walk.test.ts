import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Decision } from '../../../shared/commands/command.ts'
import { commands } from '../../../shared/commands/commands.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { run } from '../../../shared/commands/run.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { followRecovery, lostOf } from '../../../shared/domain/follow-recovery.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import { type RecoveryRequest, recoveryIdOf } from '../../../shared/domain/recovery-request.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { aPerson } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'
import {
  aLostRequest,
  anAsking,
  anOrphan,
  nominatedIt,
  onRecovery,
  organisationLeft,
  worldOf,
} from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'

// All done but closing it.
const lost = {
  ...aLostRequest(),
  activities: [{ ...aLostRequest().activities[0], status: 'Done' }],
} as ServiceRequest
const actors = [
  ...['N1-lead', 'N1-mgr', 'DNA-lead', 'DNA-mgr', 'it', 'SCR-lead', 'SCR-mgr', 'it-scr'],
  ...['N1-1', 'SCR-1'],
] as const
const answers = [
  'acknowledge-recovery',
  'chase-recovery',
  'confirm-recovery',
  'refuse-recovery',
  'withdraw-recovery',
] as const
const others = [
  'request-recovery',
  'return-to-segment',
  'allocate-case-group',
  'assign-service-request',
  'close-service-request',
] as const
/** What an extract brings: the marker, the holder gone once more, the group closed. */
const extracts = ['sensitive', 'lost again', 'closed'] as const

const step = fc.record({
  /** Who tries first; then the others in turn, so that most steps lead somewhere. */
  first: fc.nat(actors.length - 1),
  name: fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...answers, 'acknowledge-recovery', 'confirm-recovery') },
    { weight: 16, arbitrary: fc.constantFrom(...others) },
    { weight: 12, arbitrary: fc.constant('lost again' as const) },
    // No walk would come far with many of them.
    { weight: 1, arbitrary: fc.constantFrom('sensitive' as const, 'closed' as const) },
  ),
  specialist: fc.boolean(),
  days: fc.nat(3),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

interface World {
  readonly group: CaseGroup
  readonly recoveries: ReadonlyMap<string, RecoveryRequest>
  readonly today: string
}

function walk(nominated: boolean, seen: Set<string>) {
  const organisation = organisationLeft(nominated ? [nominatedIt] : [])
  const index = indexOrganisation(organisation)
  const decide = ({ group, recoveries, today }: World, envelope: Envelope, actor: string): Decision => {
    const world = worldOf({ groups: [group], recoveries: [...recoveries.values()], organisation })
    return run(envelope, staff(actor), `${today}T10:00:00.000Z`, world)
  }

  function envelopeOf(
    { group, recoveries }: World,
    { name, specialist }: Step,
    actor: string,
  ): Envelope | undefined {
    const request = specialist ? lost.number : null
    const about = { masterCaseNumber: group.id, request: lost.number }
    const held = group.serviceRequests[0]?.holder ?? null
    switch (name) {
      case 'request-recovery':
        return anAsking(group.id, request, lostOf(group, request, index)?.holder ?? 'N1-gone')
      case 'return-to-segment':
        return aReturn(group)
      case 'allocate-case-group': {
        const team = actor.split('-')[0]
        return anEnvelope(
          name,
          { masterCaseNumber: group.id, team, holder: `${team}-1` },
          { team: group.team, holder: group.holder },
        )
      }
      case 'assign-service-request':
        return anEnvelope(name, { ...about, holder: group.sensitive ? 'SCR-2' : 'DNA-2' }, { holder: held })
      case 'close-service-request':
        return anEnvelope(name, { ...about, outcome: 'Found.' }, { destination: null })
      default: {
        const recovery = recoveries.get(recoveryIdOf(group.id, request))
        const more = name === 'acknowledge-recovery' ? { reference: 'INC0042' } : {}
        return recovery && onRecovery(name as never, recovery, more, 'Because.')
      }
    }
  }

  function imported(world: World, name: string): World {
    const now = `${world.today}T10:00:00.000Z`
    const facts: CaseGroup =
      name === 'sensitive'
        ? { ...world.group, sensitive: true, people: [aPerson('pp', { nationallySensitive: true })] }
        : name === 'closed'
          ? { ...world.group, status: 'Closed' }
          : { ...world.group, holder: staff('N1-gone'), team: staff('N1') as never }
    // What is in Special Client Records is not lost by somebody of N1.
    if (name === 'lost again' && facts.sensitive) return world
    const group = overrule(facts, index, now)
    const followed = [...world.recoveries].map(
      ([id, recovery]) => [id, followRecovery(recovery, group, index, { by: null, at: now })] as const,
    )
    return { ...world, group, recoveries: new Map(followed) }
  }

  function assertSound(world: World, before: World): void {
    if (world.group === before.group && world.recoveries === before.recoveries) return
    for (const recovery of world.recoveries.values()) {
      expect(recovery.sensitive).toBe(world.group.sensitive)
      const waysOn = answers.filter(name =>
        actors.some(actor => {
          const more = name === 'acknowledge-recovery' ? { reference: 'INC0042' } : {}
          return decide(world, onRecovery(name, recovery, more, 'Because.'), actor).ok
        }),
      )
      const request = recovery.serviceRequest?.number ?? null
      if (recovery.end) expect(waysOn).toEqual([])
      else {
        expect(waysOn).toContain('withdraw-recovery')
        expect(waysOn).toContain(recovery.acknowledged ? 'confirm-recovery' : 'acknowledge-recovery')
        // Open, so it is still lost, or with Special Client Records and with nobody.
        expect(lostOf(world.group, request, index) !== null || recovery.holder === null).toBe(true)
      }
    }
  }

  return (steps: readonly Step[]): void => {
    let world: World = {
      group: anOrphan('10000001', { serviceRequests: [lost] }),
      recoveries: new Map(),
      today: '2026-11-20',
    }
    for (const each of steps) {
      const before = world
      if ((extracts as readonly string[]).includes(each.name)) world = imported(world, each.name)
      else {
        const decision = inTurn(each.first)
          .map(actor => ({ actor, envelope: envelopeOf(world, each, actor) }))
          .map(({ actor, envelope }) => envelope && decide(world, envelope, actor))
          .find(found => found?.ok)
        if (decision?.ok) world = after(world, decision)
      }
      world = { ...world, today: addDays(world.today, each.days) }
      if (world.group !== before.group || world.recoveries !== before.recoveries) seen.add(each.name)
      for (const recovery of world.recoveries.values()) seen.add(recovery.end?.kind ?? 'open')
      assertSound(world, before)
    }
  }
}

const inTurn = (first: number) => [...actors.slice(first), ...actors.slice(0, first)]

function after(world: World, { puts }: Extract<Decision, { ok: true }>): World {
  const recoveries = new Map(world.recoveries)
  let { group } = world
  for (const put of puts) {
    if (put.kind === 'case-group') group = put
    else if (put.kind === 'recovery-request') recoveries.set(put.id, put)
  }
  return { ...world, group, recoveries }
}

it('ORPH-4, ORPH-7: no walk of commands and extracts leaves a recovery request without a way on, unless it has ended', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 60 }), (nominated, steps) =>
      walk(nominated, seen)(steps),
    ),
    { numRuns: 80, seed: 7 },
  )
  // Every command on a request was taken by some walk, and every end was reached, or it would have proved nothing.
  const ends = ['recovered-by-it', 'assigned', 'returned', 'refused', 'withdrawn', 'closed', 'open']
  expect([...answers, ...others, ...extracts, ...ends].filter(each => !seen.has(each))).toEqual([])
  expect(
    commands
      .map(({ name }) => name)
      .filter(name => name.endsWith('-recovery'))
      .sort(),
  ).toEqual([...answers, 'request-recovery'].sort())
}, 30_000)
