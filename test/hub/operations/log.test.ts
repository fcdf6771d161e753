import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { traceOf } from '../../../hub/http/errors.ts'
import { openLog } from '../../../hub/operations/log.ts'

/** Somebody as the hub knows him, all of it from one number. */
const somebody = fc.nat({ max: 999_999 }).map(seed => {
  const number = String(seed + 1_000_000).slice(1)
  return {
    lastName: `Qz${[...number].map(digit => 'abcdefghij'[Number(digit)]).join('')}`,
    nino: `QQ${number}${'ABCD'[seed % 4]}`,
    scin: `121${number}007`,
    postcode: `ZE${(seed % 89) + 10} ${seed % 10}QZ`,
    masterCaseNumber: `10${number}`,
    email: `qz.${number}@example.gov.uk`,
  }
})
type Somebody = typeof somebody extends fc.Arbitrary<infer Found> ? Found : never

const all = (person: Somebody): readonly string[] => Object.values(person)

/** The ways in which an error can carry what it is about. */
const carrying = fc.constantFrom<(text: string) => unknown>(
  text => new Error(text),
  text =>
    new TypeError(
      `Cannot read ${text}\n    at ${text} (hub/push.ts:1:1)\n    at x (/${text.split(' ')[0]}:1:1)`,
    ),
  text => Object.assign(new Error('duplicate key'), { detail: text, code: '23505', where: text }),
  text => Object.assign(new Error(text), { name: text, code: text }),
  text => new AggregateError([new Error(text)], text, { cause: text }),
  text => text,
  text => ({ text }),
)

describe('the hub’s log', () => {
  it('says nothing of anybody in 10,000 lines, whatever is logged', () => {
    const written: string[] = []
    const log = openLog(new Writable({ write: (line, _, done) => done(void written.push(String(line))) }))
    fc.assert(
      fc.property(somebody, carrying, fc.nat(4), (person, carry, way) => {
        written.length = 0
        const text = all(person).join(' ')
        const { lastName, ...numbers } = person
        const problem = carry(text)
        if (way === 0) log.error(traceOf(problem), 'It failed.')
        if (way === 1) log.error(problem as object, 'It failed.')
        if (way === 2)
          log.warn({ person, body: text, command: text, places: [`    at ${text} (x.ts:1:1)`] }, 'It failed.')
        if (way === 3) log.warn(traceOf(problem), Object.values(numbers).join(', '))
        if (way === 4) log.error({ ...traceOf(problem), lastName }, `It failed: %s`, text)
        expect(written).toHaveLength(1)
        expect(all(person).filter(word => written[0]?.includes(word))).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })

  it('says what went wrong, and where', () => {
    const written: string[] = []
    const log = openLog(new Writable({ write: (line, _, done) => done(void written.push(String(line))) }))
    const problem = Object.assign(new Error('quoted row'), { code: '23505' })
    log.error({ ...traceOf(problem), command: 'set-lock' }, 'POST failed: internal')
    const line = JSON.parse(written[0] ?? '')
    expect(line).toMatchObject({
      level: 50,
      msg: 'POST failed: internal',
      name: 'Error',
      code: '23505',
      command: 'set-lock',
    })
    expect(line.places[0]).toMatch(/^ +at .*log\.test\.ts:\d+:\d+\)?$/)
  })
})
