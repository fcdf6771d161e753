import { describe, expect, it } from 'vitest'
import {
  incidentStates,
  incidentSteps,
  isOpenIncident,
  stepOf,
  stepsFrom,
} from '../../../shared/domain/incident-steps.ts'
import { aStep } from '../../make/an-incident.ts'
import { organisation, people, ways } from '../../make/incident-walks.ts'
import { type OwnWorld, onEveryOwnWalk, SOMEBODY, taken } from '../../make/own-incident-walks.ts'

const changed = ({ own: { incident: was } }: OwnWorld, { own: { incident: is } }: OwnWorld) =>
  was === is ? [] : [{ was, is }]

describe('INC-14 a walk of every step, by anybody, on an incident that affects no case', () => {
  it('goes as the table names it, and its history grows by that one entry (INC-13)', () => {
    onEveryOwnWalk((before, next, { actor }) => {
      for (const { was, is } of changed(before, next)) {
        const last = is.history.at(-1)
        if (!last || last.step === 'raise-incident') throw new Error('A step without an entry.')
        const { from, to } = stepOf(last.step)
        expect(from).toContain(was.state)
        expect(to.length === 0 ? [was.state] : to).toContain(is.state)
        expect(is.turn - was.turn).toBe(to.length === 0 ? 0 : 1)
        expect(is.history.slice(0, -1)).toEqual(was.history)
        expect(last).toMatchObject({ to: is.state, actor: { kind: 'person', staff: actor } })
      }
    }, 400)
  })

  it('stays its team’s, wherever whoever raised it goes', () => {
    onEveryOwnWalk(({ own: before }, { own: next }) => {
      expect([next.id, next.team, next.segment]).toEqual([before.id, before.team, before.segment])
    }, 200)
  })

  it('INC-16: nobody authorised it who raised it', () => {
    onEveryOwnWalk((_, { own: { incident } }) => {
      expect(incident.authorised?.by).not.toBe(incident.raisedBy)
    }, 200)
  })

  it('ACC-3: nobody is named in it, whatever is said', () => {
    onEveryOwnWalk((_, { own }) => {
      expect(JSON.stringify(own)).not.toContain(SOMEBODY)
    }, 300)
  })

  it('ACC-4: who works in another segment takes no step of any state', () => {
    const outsiders = organisation.staff.filter(({ team }) => !/^N[12]$/.test(team ?? ''))
    expect(outsiders.length).toBeGreaterThan(10)
    onEveryOwnWalk((_, next) => {
      const { incident } = next.own
      for (const name of stepsFrom(incident.state))
        for (const { number } of outsiders)
          expect(taken(aStep(name, incident, {}, null), number, next), `${name} by ${number}`).toBe(next.own)
    }, 20)
  })

  it('INC-18: while it is open somebody has a way on, and not only to withdraw it', () => {
    onEveryOwnWalk((_, next) => {
      const { incident } = next.own
      if (!isOpenIncident(incident)) return
      const on = stepsFrom(incident.state).filter(
        name => name !== 'withdraw-incident' && incidentSteps[name].to.length > 0,
      )
      const may = on
        .flatMap(name => (ways[name] ?? [{}]).map(way => aStep(name, incident, way, null)))
        .some(envelope => people.some(person => taken(envelope, person, next) !== next.own))
      expect([incident.state, may]).toEqual([incident.state, true])
    }, 40)
  })
})

const SEED = 4

describe('the walks', () => {
  it('come to every state', () => {
    const seen = new Set<string>()
    onEveryOwnWalk((_, { own: { incident } }) => seen.add(incident.state), 200, SEED)
    expect([...seen].sort()).toEqual([...incidentStates].sort())
  })
})
