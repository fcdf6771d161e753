import fc from 'fast-check'
import { commands } from '../../shared/commands/commands.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import { everyCommand } from '../make/every-command.ts'
import { anything, type Request, raw, text } from './any-request.ts'
import { inTheNorth, nationallySensitive, ofTheirOwn, organisation } from './planted.ts'

/** A value that only the run knows: his own number, a cookie of his or of somebody else's. */
export const OWN = '(own staff number)'
export const OWN_CLIENT = '(own client)'
export const THEIR_CLIENT = '(client of somebody else)'
export const OWN_COOKIE = '(own cookie)'
export const THEIR_COOKIE = '(cookie of somebody else)'

const junk = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, -0, 2 ** 53, -1, 1.5, [], {}, [[]], { constructor: { prototype: {} } }),
)

const often = <T>(usual: T, ...others: readonly fc.Arbitrary<unknown>[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) as fc.Arbitrary<unknown> }, ...others)

const index = indexOrganisation(organisation)
const groups = [
  ...inTheNorth.groups,
  ...nationallySensitive.groups,
  ...ofTheirOwn,
  ...ofTheirOwn,
  ...ofTheirOwn,
]
const teams = fc.constantFrom('N1', 'S1', 'SCR', 'E1')
const people = fc.constantFrom('N1-1', 'S1-1', 'S1-2', 'S1-lead', 'SCR-1', 'it')
const days = fc.constantFrom('2026-11-21', '2026-12-01', '2026-12-31')

/** What the commands that are about no group are asked with; each field right, for some of them. */
const beside = fc.record({
  name: fc.constantFrom(...commands.map(({ name }) => name)),
  args: fc.oneof(
    fc.record({
      view: fc.uuid({ version: 7 }),
      name: text,
      list: fc.constant('orphans'),
      settings: junk,
      team: fc.option(teams),
    }),
    fc.record({ team: teams, staff: people, from: days, to: days, replaces: fc.constant(null) }),
    fc.record({ team: teams, leader: people, deputy: people, from: days, to: days }),
  ),
  saw: fc.constantFrom({}, { until: null }),
})

const asked = Object.values(everyCommand).flatMap(each => each ?? [])
const southern = new Set(ofTheirOwn.map(({ id }) => id))
// What is asked of a northern team is asked of the southern one where the group is there.
const about = fc
  .record({ which: fc.constantFrom(...asked), group: fc.constantFrom(...groups) })
  .map(({ which, group }) => {
    const { name, args, saw } = which.ask(group, index)
    const there = southern.has(group.id) ? JSON.stringify({ args, saw }).replaceAll('N1', 'S1') : null
    return {
      name,
      ...(there === null ? { args, saw } : (JSON.parse(there) as { args: unknown; saw: unknown })),
    }
  })

/** Puts something else in the place of one field, or one field too many, at any depth. */
const spoiled = (of: fc.Arbitrary<object>) =>
  fc
    .record({ value: of, at: fc.nat(30), by: junk, how: fc.constantFrom('replace', 'remove', 'add') })
    .map(spoil)

interface Spoiling {
  readonly value: object
  readonly at: number
  readonly by: unknown
  readonly how: string
}

function spoil({ value, at, by, how }: Spoiling): object {
  const copy = structuredClone(value)
  const places = placesIn(copy)
  const [holder, key] = places[at % Math.max(1, places.length)] ?? [copy as Record<string, unknown>, 'more']
  if (how === 'remove') delete holder[key]
  else holder[how === 'add' ? `${key}2` : key] = by
  return copy
}

function placesIn(value: unknown): readonly (readonly [Record<string, unknown>, string])[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key => [[holder, key] as const, ...placesIn(holder[key])])
}

const envelope = fc
  .record({
    id: fc.uuid({ version: 7 }),
    asked: fc.oneof({ weight: 4, arbitrary: about }, beside, spoiled(about)),
    issuedAt: fc.constantFrom('2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000Z', '1999-01-01T00:00:00Z'),
    reason: often('The holder has left; nobody works it.', fc.constant(null), text),
    batch: fc.option(fc.uuid()),
  })
  .map(({ asked, ...more }) => ({ ...more, ...asked }))

const client = fc.oneof(
  { weight: 4, arbitrary: fc.uuid() },
  fc.constant(THEIR_CLIENT),
  fc.constant(OWN_CLIENT),
)

const aPush = fc.record({
  protocol: often(PROTOCOL, junk),
  staffNumber: often(OWN, people),
  clientId: client,
  commands: fc
    .array(fc.oneof({ weight: 12, arbitrary: envelope }, spoiled(envelope)), { minLength: 1, maxLength: 3 })
    .chain(all =>
      fc
        .constantFrom(0, 0, 0, 0, 7)
        .map(from => all.map((each, n) => ({ seq: from + n + 1, envelope: each }))),
    ),
})

const cookie = fc.oneof(
  fc.constant(null),
  { weight: 4, arbitrary: fc.constantFrom(OWN_COOKIE, THEIR_COOKIE) },
  fc.base64String({ maxLength: 400 }),
)

const aPull = fc.record({
  protocol: often(PROTOCOL, junk),
  schema: often(SCHEMA, fc.integer()),
  staffNumber: often(OWN, people),
  clientId: client,
  caseload: cookie,
  sensitive: cookie,
  resultsAfter: often(0, fc.integer(), junk),
})

const ids = fc.constantFrom(...groups.map(({ id }) => id))
const someReadings = fc.record({
  protocol: often(PROTOCOL, junk),
  staffNumber: often(OWN, people),
  readings: fc.array(
    fc.record({
      masterCaseNumber: ids,
      at: fc.constant('2026-11-21T09:00:00Z'),
      purpose: fc.constantFrom('work', null),
      words: fc.option(text),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
const someReaders = fc.record({
  protocol: often(PROTOCOL, junk),
  staffNumber: often(OWN, people),
  masterCaseNumber: ids,
})

const json = (method: string, url: string, body: fc.Arbitrary<unknown>): fc.Arbitrary<Request> =>
  body.map(value => ({
    method,
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  }))

const post = (url: string, body: fc.Arbitrary<object>) =>
  json('POST', url, fc.oneof({ weight: 12, arbitrary: body as fc.Arbitrary<unknown> }, spoiled(body), junk))

/** Something like what a desk asks, or nothing like it: each field is right, or is anything. */
export const request: fc.Arbitrary<Request> = fc.oneof(
  { weight: 8, arbitrary: post('/sync/push', aPush) },
  { weight: 6, arbitrary: post('/sync/pull', aPull) },
  {
    weight: 1,
    arbitrary: post('/session/demo', fc.record({ staffNumber: fc.oneof(people, text), device: fc.uuid() })),
  },
  {
    weight: 1,
    arbitrary: post(
      '/session/token',
      fc.record({ accessToken: fc.oneof(text, fc.base64String()), device: fc.uuid() }),
    ),
  },
  { weight: 1, arbitrary: post('/demo/people', fc.record({ words: text })) },
  { weight: 1, arbitrary: post('/audit/readings', someReadings) },
  { weight: 1, arbitrary: post('/audit/readers', someReaders) },
  { weight: 4, arbitrary: anything },
  { weight: 2, arbitrary: raw },
)
