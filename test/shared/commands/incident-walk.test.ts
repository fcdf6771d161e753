import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { managesSegment } from '../../../shared/commands/authority.ts'
import { type CaseGroup, isLive } from '../../../shared/domain/case-group.ts'
import { lockKeepingOf } from '../../../shared/domain/incident-lock.ts'
import {
  incidentStates,
  incidentSteps,
  isOpenIncident,
  isWithAac,
  stepOf,
  stepsFrom,
} from '../../../shared/domain/incident-steps.ts'
import { decide } from '../../make/a-command.ts'
import { aStep } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import {
  after,
  anyStart,
  anyWalk,
  index,
  onEveryWalk,
  organisation,
  others,
  people,
  SCR,
  TODAY,
} from '../../make/incident-walks.ts'

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
        expect(answering.some(step => decide(step, 'SCR-lead', next, organisation).ok)).toBe(true)
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
