import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { isWithAac } from '../../shared/domain/incident-steps.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import { number } from '../make/a-case-group.ts'
import { organisationLeft } from '../make/a-recovery.ts'
import { type Asking, aBusyGroup, everyCommand, type LostState, theRecovery } from '../make/every-command.ts'
import { aClient, type TestClient } from './support/a-client.ts'
import { aHub, type TestHub } from './support/a-hub.ts'

const organisation = organisationLeft()
const index = indexOrganisation(organisation)
const asked = Object.entries(everyCommand).filter(
  (entry): entry is [CommandName, Asking] => entry[1] !== null,
)

const needsLock = ({ incident }: Asking) => incident !== undefined && isWithAac({ state: incident })

interface Pair {
  readonly first: CommandName
  readonly second: CommandName
  readonly group: CaseGroup
  /** Undefined: it is nobody's orphan. */
  readonly lost: LostState | undefined
}

/** How far its recovery is where both can be asked; null: they never meet. */
function lostFor({ lost: one }: Asking, { lost: other }: Asking): LostState | undefined | null {
  const all = [one, other].filter(each => each !== undefined)
  const [first] = all.reduce((left, right) => left.filter(state => right.includes(state)), all[0] ?? [])
  return first ?? (all.every(each => each.length === 0) ? undefined : null)
}

/** Every command after every other on a group of their own; those that want another lock never meet. */
const pairs: readonly Pair[] = asked.flatMap(([first, one], row) =>
  asked.flatMap(([second, other], column) => {
    if (one.locked !== undefined && other.locked !== undefined && one.locked !== other.locked) return []
    if ((one.unlocks && needsLock(other)) || (other.unlocks && needsLock(one))) return []
    if (one.incident && other.incident && one.incident !== other.incident) return []
    const lost = lostFor(one, other)
    if (lost === null) return []
    const locked = one.locked ?? other.locked ?? false
    const elsewhere = one.elsewhere || other.elsewhere || false
    const group = aBusyGroup(
      number(String(10_000 + row * 100 + column)),
      locked,
      elsewhere,
      one.incident ?? other.incident,
      lost && 'N1-gone',
    )
    return [{ first, second, group, lost }]
  }),
)

let hub: TestHub
const clients = new Map<string, TestClient>()
const ends = new Map<string, { readonly first: CommandResult; readonly second: CommandResult }>()

async function clientOf(person: string): Promise<TestClient> {
  const found = clients.get(person) ?? (await aClient(hub.app, person))
  clients.set(person, found)
  return found
}

/** What became of one command of each pair, pushed by those who ask it in that place. */
async function pushAll(place: 0 | 1): Promise<ReadonlyMap<Pair, CommandResult>> {
  const found = new Map<Pair, CommandResult>()
  const byPerson = Map.groupBy(pairs, ({ first, second }) => {
    const person = everyCommand[place === 0 ? first : second]?.by[place]
    return person ?? ''
  })
  for (const [person, those] of byPerson) {
    const client = await clientOf(person)
    const before = client.results.size
    for (let at = 0; at < those.length; at += 100) {
      const envelopes = those.slice(at, at + 100).map(({ first, second, group }) => {
        const envelope = everyCommand[place === 0 ? first : second]?.ask(group, index)
        if (!envelope) throw new Error('A pair of a command that is on no case group.')
        return envelope
      })
      const answer = await client.push(...envelopes)
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

beforeAll(async () => {
  const recoveries = pairs.flatMap(({ group, lost }) =>
    lost === undefined || lost === 'not-asked' ? [] : [theRecovery(group.id, lost)],
  )
  hub = await aHub([...pairs.map(({ group }) => group), ...recoveries], organisation)
  // The second of each pair was asked offline, on what was there before the first came to the hub.
  const firsts = await pushAll(0)
  const seconds = await pushAll(1)
  for (const pair of pairs) {
    const [first, second] = [firsts.get(pair), seconds.get(pair)]
    if (first && second) ends.set(`${pair.first} · ${pair.second}`, { first, second })
  }
})

afterAll(() => hub.close())

describe('two people who do something to one case group apart', () => {
  it('are many pairs, and the first at the hub always stands', () => {
    expect(ends.size).toBe(pairs.length)
    const refused = [...ends].filter(([, { first }]) => endOf(first) !== 'done').map(([pair]) => pair)
    expect(refused).toEqual([])
  })

  it('have a defined end, each pair in both orders: this table', async () => {
    const lines = [...ends].map(([pair, { second }]) => {
      const why = second.kind === 'refused' ? `${second.refusal.kind}: ${second.refusal.reason}` : 'done'
      return `${pair}: ${why}`
    })
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('pair-table.txt')
    for (const { second } of ends.values()) expect(endOf(second)).not.toBe('not-understood')
  })

  it('ALLOC-1, SR-2: leave every group with one owner, and no closed request with an open activity', async () => {
    const orphaned = new Set(pairs.filter(({ lost }) => lost).map(({ group }) => group.id))
    const rows = await hub.database.db.selectFrom('case_group').select('document').execute()
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
