import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { RecoveryRequest } from '../../shared/domain/recovery-request.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import { busyGroupFor, type Needs, nameOfState, theRecovery, together } from '../make/a-busy-group.ts'
import { number } from '../make/a-case-group.ts'
import { FRIDAY } from '../make/a-recovery.ts'
import { aDeputyship, aRota } from '../make/a-rota.ts'
import { staff } from '../make/an-organisation.ts'
import { type Asker, organisationOfAskers, personAs } from '../make/askers.ts'
import { type Asking, everyCommand } from '../make/every-command.ts'
import { aClient, type TestClient } from './support/a-client.ts'
import { aHub, NOW, type TestHub } from './support/a-hub.ts'

const organisation = organisationOfAskers()
const index = indexOrganisation(organisation)
const asked = Object.entries(everyCommand).filter(
  (entry): entry is [CommandName, Asking] => entry[1] !== null,
)

/** One of two commands on a group. */
interface Ask {
  readonly command: CommandName
  readonly asker: Asker
  readonly person: string
  /** The group as he has it on his screen. */
  readonly seen: CaseGroup
}

interface Pair {
  readonly first: Ask
  readonly second: Ask
  /** What the second saw where the group is not like that any more. */
  readonly before: string | null
  readonly group: CaseGroup
  readonly recovery: RecoveryRequest | null
}

/** Every command after every other on a group of its own, each by both of those who would do it. */
const pairs: readonly Pair[] = asked.flatMap(([first, one], row) =>
  asked.flatMap(([second, other], column) =>
    other.second.map((asker, place) => {
      const id = number(String(100_000 + (row * asked.length + column) * 2 + place))
      const both = together(one, other)
      const now = both ?? sinceThen(one, other)
      const group = busyGroupFor(id, now)
      const seen = both ? group : busyGroupFor(id, other)
      return {
        first: { command: first, asker: one.first, person: personAs(one.first, isLost(now)), seen: group },
        second: { command: second, asker, person: personAs(asker, isLost(both ?? other)), seen },
        before: both ? null : nameOfState(other),
        group,
        recovery: recoveryOf(group, now, other),
      }
    }),
  ),
)

function isLost({ lost }: Needs): boolean {
  return lost !== undefined && lost.length > 0
}

/** Where a group cannot be as both need it, it went on meanwhile: it is as the first needs it, what the second saw is over. */
function sinceThen(first: Needs, second: Needs): Needs {
  return second.incident && !first.incident ? { ...first, incident: 'closed' } : first
}

function recoveryOf({ id }: CaseGroup, now: Needs, second: Needs): RecoveryRequest | null {
  const state = now.lost?.[0]
  if (state) return state === 'not-asked' ? null : theRecovery(id, state)
  const over = { kind: 'withdrawn', by: staff('N1-lead'), at: FRIDAY, reason: null } as const
  return isLost(second) ? { ...theRecovery(id, 'asked'), end: over } : null
}

let hub: TestHub
const clients = new Map<string, TestClient>()
const ends = new Map<Pair, { readonly first: CommandResult; readonly second: CommandResult }>()

async function clientOf(person: string): Promise<TestClient> {
  const found = clients.get(person) ?? (await aClient(hub.app, person))
  clients.set(person, found)
  return found
}

/** The second was asked half an hour before the first came to the hub, without a network. */
const issuedAt = { first: NOW, second: '2026-11-21T09:00:00.000Z' }

function envelopeOf(pair: Pair, which: keyof typeof issuedAt): Envelope {
  const { command, seen } = pair[which]
  const envelope = everyCommand[command]?.ask(seen, index, which)
  if (!envelope) throw new Error('A pair of a command that is on no case group.')
  return { ...envelope, issuedAt: issuedAt[which] }
}

/** What became of one command of each pair. */
async function pushAll(which: keyof typeof issuedAt): Promise<ReadonlyMap<Pair, CommandResult>> {
  const found = new Map<Pair, CommandResult>()
  for (const [person, those] of Map.groupBy(pairs, pair => pair[which].person)) {
    const client = await clientOf(person)
    const before = client.results.size
    for (let at = 0; at < those.length; at += 100) {
      const answer = await client.push(...those.slice(at, at + 100).map(pair => envelopeOf(pair, which)))
      if (answer.status !== 200) throw new Error(answer.text)
    }
    await client.pull()
    those.forEach((pair, at) => {
      found.set(pair, client.results.get(before + at + 1) as CommandResult)
    })
  }
  return found
}

const endOf = (result: CommandResult) => (result.kind === 'accepted' ? 'done' : result.refusal.kind)
const wordsFor = (result: CommandResult) =>
  result.kind === 'refused' ? `${result.refusal.kind}: ${result.refusal.reason}` : 'done'

const nameOf = ({ first, second, before }: Pair) =>
  `${first.command} · ${second.command}${before === null ? '' : ` (seen ${before})`}`

/** A line a pair, two where it ends otherwise for the one and for the other. */
function tableOf(): readonly string[] {
  return [...Map.groupBy(pairs, nameOf)].flatMap(([name, those]) => {
    const told = those.map(pair => ({
      asker: pair.second.asker,
      words: wordsFor((ends.get(pair) as { readonly second: CommandResult }).second),
    }))
    const [only, ...others] = new Set(told.map(({ words }) => words))
    if (others.length === 0) return [`${name}: ${only}`]
    return told.map(({ asker, words }) => `${name}, the ${asker}: ${words}`)
  })
}

// The other leader of the segment stands in for that of the team, who is there all the same (TEAM-3).
const deputy = aRota('N1', {
  deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')],
})

// Thousands of commands, each a transaction of its own; a loaded machine takes its time.
const SLOW = 300_000

beforeAll(async () => {
  const recoveries = pairs.flatMap(({ recovery }) => recovery ?? [])
  hub = await aHub([...pairs.map(({ group }) => group), ...recoveries, deputy], organisation)
  const firsts = await pushAll('first')
  const seconds = await pushAll('second')
  for (const pair of pairs) {
    const [first, second] = [firsts.get(pair), seconds.get(pair)]
    if (first && second) ends.set(pair, { first, second })
  }
}, SLOW)

afterAll(() => hub.close())

describe('two people who do something to one case group apart', () => {
  it('are all pairs there are, both orders and two who could be second, and the first at the hub always stands', () => {
    expect(pairs.length).toBe(asked.length * asked.length * 2)
    expect(ends.size).toBe(pairs.length)
    const refused = [...ends].filter(([, { first }]) => endOf(first) !== 'done').map(([pair]) => nameOf(pair))
    expect(refused).toEqual([])
  })

  it('have a defined end, each pair in both orders: this table', async () => {
    await expect(`${tableOf().join('\n')}\n`).toMatchFileSnapshot('pair-table.txt')
    for (const { second } of ends.values()) expect(endOf(second)).not.toBe('not-understood')
  })

  it('ALLOC-1, SR-2: leave every group with one owner, and no closed request with an open activity', async () => {
    const orphaned = new Set(
      pairs.filter(({ group }) => group.holder === 'N1-gone').map(({ group }) => group.id),
    )
    const rows = await hub.database.db.selectFrom('case_group').select('document').execute()
    expect(rows.length).toBe(pairs.length)
    for (const { document } of rows) {
      const group = JSON.parse(document) as CaseGroup
      expect(index.bom.caseOwning.has(group.segment)).toBe(true)
      if (group.holder !== null && !orphaned.has(group.id))
        expect(index.staff.get(group.holder)?.team).toBe(group.team)
      for (const { status, activities } of group.serviceRequests) {
        if (status === 'Closed') expect(activities.filter(one => one.status === 'Open')).toEqual([])
      }
    }
  })
})

describe('RTS-8: what a caseworker did before the group left him', () => {
  const words = (pair: Pair) => wordsFor((ends.get(pair) as { readonly second: CommandResult }).second)
  const holders = () => pairs.filter(({ second: { asker } }) => asker === 'holder')

  it.each(['allocate-case-group', 'return-to-segment'] as const)(
    'is kept where it is an activity, and refused else: %s',
    by => {
      const those = holders().filter(({ first }) => first.command === by)
      const kept = those.filter(pair => words(pair) === 'done').map(({ second }) => second.command)
      expect(kept).toEqual(['complete-activity'])
    },
  )
})
