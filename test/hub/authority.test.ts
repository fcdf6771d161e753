import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { anEnvelope } from '../make/a-command.ts'
import { aQuestion } from '../make/an-advice-request.ts'
import { aRaising, aStep, onlyIncident } from '../make/an-incident.ts'
import { aClient } from './support/a-client.ts'
import { aHub, type TestHub } from './support/a-hub.ts'
import { names, organisation, records } from './support/records-for-access.ts'

/** A person a line, then a cell for each record. */
function table(text: string): ReadonlyMap<string, readonly boolean[]> {
  const [, ...lines] = text.trim().split('\n')
  const rows = lines.map(line => line.trim().split(/\s+/))
  return new Map(rows.map(([person = '', ...marks]) => [person, marks.map(mark => mark === 'x')]))
}

// Written by hand from ACC-2, ACC-3, TEAM-1, ORPH-2, INC-16 and ALLOC-13, not taken from what the code does:
const sees = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-1     x    .    .     .      .   .     .   .      .
    N1-2     .    .    .     .      x   .     .   .      x
    N1-lead  x    .    x     x      x   .     .   x      x
    N2-1     .    x    .     .      .   .     .   .      .
    N2-lead  .    x    x     .      .   .     .   .      x
    N1-mgr   x    x    x     x      x   .     .   x      x
    S1-1     .    .    .     .      .   x     .   .      .
    S1-lead  .    .    .     .      .   x     .   .      .
    S1-mgr   .    .    .     .      .   x     .   .      .
    DNA-1    .    .    .     .      x   .     .   .      .
    DNA-2    .    .    .     .      .   .     .   .      .
    DNA-lead .    .    .     .      x   .     .   .      .
    DNA-mgr  .    .    .     .      x   .     .   .      .
    SCR-1    .    .    .     .      .   .     x   .      .
    SCR-2    .    .    .     .      .   .     .   .      .
    SCR-lead .    .    .     .      .   .     x   .      .
    SCR-mgr  .    .    .     .      .   .     x   .      .
    SCR-new  .    .    .     .      .   .     .   .      .
    E1-mgr   .    .    .     .      .   .     .   .      .
    it       .    .    .     .      .   .     .   .      .
    service  .    .    .     .      .   .     .   .      .
    closure  .    .    .     .      .   .     .   .      .
`)

// Who may return (RTS-1, RTS-2, RTS-6) and set or clear a lock (LOCK-9): the holder, the team's leader, the segment's manager.
const directs = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-1     x    .    .     .      .   .     .   .      .
    N1-2     .    .    .     .      x   .     .   .      x
    N1-lead  x    .    .     x      x   .     .   x      x
    N2-1     .    x    .     .      .   .     .   .      .
    N2-lead  .    x    .     .      .   .     .   .      .
    N1-mgr   x    x    x     x      x   .     .   x      x
    S1-1     .    .    .     .      .   x     .   .      .
    S1-lead  .    .    .     .      .   x     .   .      .
    S1-mgr   .    .    .     .      .   x     .   .      .
    SCR-1    .    .    .     .      .   .     x   .      .
    SCR-lead .    .    .     .      .   .     x   .      .
    SCR-mgr  .    .    .     .      .   .     x   .      .
`)

// Who may review a lock that its holder set (LOCK-8, INC-16): the team's leader, the segment's manager.
const reviews = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-lead  x    .    .     x      x   .     .   x      x
    N2-lead  .    x    .     .      .   .     .   .      .
    N1-mgr   x    x    x     x      x   .     .   x      x
    S1-lead  .    .    .     .      .   x     .   .      .
    S1-mgr   .    .    .     .      .   x     .   .      .
    SCR-lead .    .    .     .      .   .     x   .      .
    SCR-mgr  .    .    .     .      .   .     x   .      .
`)

// Who may allocate to his own team's N?-2 (TEAM-1): a leader what is his team's or in his segment's queue, a manager all of it.
const allocates = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-lead  x    .    x     x      x   .     .   x      x
    N2-lead  .    x    x     .      .   .     .   .      .
    N1-mgr   x    x    x     x      x   .     .   x      x
    S1-lead  .    .    .     .      .   x     .   .      .
    S1-mgr   .    .    .     .      .   x     .   .      .
    SCR-lead .    .    .     .      .   .     x   .      .
    SCR-mgr  .    .    .     .      .   .     x   .      .
`)

// Who authorises what he did not raise himself (INC-5, INC-16, INC-18): the leader of the group's team; what he raised another of
// the segment's or its manager; in the segment's queue any of its leaders and the manager (TEAM-1, TEAM-3).
const authorises = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-lead  x    .    x     x      x   .     .   x      .
    N2-lead  .    x    x     .      .   .     .   .      x
    N1-mgr   .    .    x     .      .   .     .   .      x
    S1-lead  .    .    .     .      .   x     .   .      .
    SCR-lead .    .    .     .      .   .     x   .      .
`)

// Who takes the raiser's steps: himself; with him gone, or not allowed to see it, who leads (INC-18).
const retries = table(`
             N1-1 N2-1 queue orphan DNA south scr closed own
    N1-1     x    .    .     .      .   .     .   .      .
    N1-lead  .    .    x     x      .   .     .   x      x
    N2-1     .    x    .     .      .   .     .   .      .
    N2-lead  .    .    x     .      .   .     .   .      .
    N1-mgr   .    .    x     .      .   .     .   .      .
    S1-1     .    .    .     .      .   x     .   .      .
    DNA-1    .    .    .     .      x   .     .   .      .
    SCR-1    .    .    .     .      .   .     x   .      .
`)

const cells = (of: ReadonlyMap<string, readonly boolean[]>, person: string) =>
  of.get(person) ?? names.map(() => false)

const index = indexOrganisation(organisation)

// A few through the hub; of every command, who may, is in test/shared/commands/who-may.ts.
const commands = {
  'return-to-segment': (_: string, group: CaseGroup) =>
    anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: true },
      { ...seenForReturn(group, index), holder: 'nobody, so that it is never done' },
    ),
  'clear-lock': (_: string, group: CaseGroup) =>
    anEnvelope(
      'clear-lock',
      { masterCaseNumber: group.id },
      {
        since: group.lock?.since ?? '2020-01-01T00:00:00Z',
        destination: 'nowhere, so that it is never done',
      },
    ),
  'set-lock': (_: string, group: CaseGroup) =>
    anEnvelope(
      'set-lock',
      { masterCaseNumber: group.id, category: 'other-client-benefit', reviewOn: '2026-11-21' },
      { segment: 'nowhere, so that it is never done' },
    ),
  'keep-lock': (_: string, group: CaseGroup) =>
    anEnvelope(
      'keep-lock',
      { masterCaseNumber: group.id, keepUntil: '2026-11-21', category: null },
      { since: '2020-01-01T00:00:00Z', renewals: 0 },
    ),
  'ask-advice': (_: string, group: CaseGroup) =>
    anEnvelope(
      'ask-advice',
      // Nobody looked anywhere, so that it is never done.
      {
        masterCaseNumber: group.id,
        raisedAgainst: 'pp',
        case: null,
        ...aQuestion,
        looked: { procedures: null, pldmg: null, teamLeader: null },
      },
      {},
    ),
  // Of no such request, so that it is never done; and the steps are not open in its state.
  'raise-incident': (_: string, group: CaseGroup) =>
    aRaising({ masterCaseNumber: group.id, serviceRequest: 'none' }),
  'authorise-incident': (_: string, group: CaseGroup) =>
    aStep('authorise-incident', { ...onlyIncident(group), turn: 99 }, {}, group.id),
  'give-information': (_: string, group: CaseGroup) =>
    aStep('give-information', onlyIncident(group), {}, group.id),
  'allocate-case-group': (person: string, group: CaseGroup) => {
    const team = person.split('-')[0] ?? ''
    const holder = `${team}-2`
    return anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: group.id, team, holder },
      { team, holder: 'nobody, so that it is never done' },
    )
  },
}

const tables = {
  'return-to-segment': directs,
  'clear-lock': directs,
  'set-lock': directs,
  'keep-lock': reviews,
  'ask-advice': directs,
  // Whoever sees it (INC-15).
  'raise-incident': sees,
  'authorise-incident': authorises,
  'give-information': retries,
  'allocate-case-group': allocates,
}

let hub: TestHub

beforeAll(async () => {
  hub = await aHub(Object.values(records), organisation)
})

afterAll(() => hub.close())

describe('ACC-2, ACC-3: what is sent', () => {
  it.each([...sees.keys()])('to %s', async person => {
    const client = await aClient(hub.app, person)
    await client.pull()
    const sent = names.filter(name => client.document(records[name]?.id ?? '') !== undefined)
    expect(sent).toEqual(names.filter((_, place) => cells(sees, person)[place]))
  })
})

describe('ACC-4: who may do what', () => {
  it.each([...sees.keys()])('%s', async person => {
    const client = await aClient(hub.app, person)
    for (const [command, envelopeFor] of Object.entries(commands)) {
      const reply = await outcomes(
        client,
        Object.values(records).map(group => envelopeFor(person, group)),
      )
      const table = tables[command as keyof typeof tables]
      const expected = names.map((_, place) => {
        if (!cells(sees, person)[place]) return 'not-found'
        return cells(table, person)[place] ? 'allowed' : 'not-allowed'
      })
      expect([command, ...reply]).toEqual([command, ...expected])
    }
  })
})

async function outcomes(
  client: Awaited<ReturnType<typeof aClient>>,
  envelopes: readonly ReturnType<typeof anEnvelope>[],
): Promise<readonly string[]> {
  await client.push(...envelopes)
  const { results } = await client.pull()
  return results.map(({ result }) => {
    if (result.kind !== 'refused') return 'done'
    const { kind, reason } = result.refusal
    if (kind === 'not-understood') throw new Error(reason)
    return kind === 'not-found' || kind === 'not-allowed' ? kind : 'allowed'
  })
}
