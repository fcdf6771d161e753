import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { pokeStreams } from '../../../hub/pokes/poke-streams.ts'
import { announcementsOf } from '../../../hub/store/announcement.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aDeputyship, aRota, indexOf } from '../../make/a-rota.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, anotherHub, type TestHub } from '../support/a-hub.ts'
import { aStream, listening, until } from '../support/a-stream.ts'
import { withMember } from '../support/organisations.ts'

const secret = aCaseGroup({
  id: number('10000050'),
  sensitive: true,
  segment: 'FS_GB_CCLNT_SCR' as SegmentName,
  team: 'SCR' as TeamId,
  holder: 'SCR-1' as StaffNumber,
})
const organisation = withMember('SCR-2', { scrNominated: false, roles: ['team-leader', 'segment-manager'] })

let hub: TestHub
let other: TestHub
let base: string
let turns = 0
const streams: Awaited<ReturnType<typeof aStream>>[] = []

beforeEach(async () => {
  hub = await aHub([aCaseGroup(), secret], organisation)
  other = await anotherHub(hub.url)
  base = await listening(hub.app)
})

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.stop()
  await other.close()
  await hub.close()
})

async function stream(person: string, at = base) {
  const opened = await aStream(at, person)
  streams.push(opened)
  return opened
}

/** A change that everybody is told, after which no earlier poke can still be on its way. */
async function everybodyPoked(...opened: readonly Awaited<ReturnType<typeof aStream>>[]) {
  const before = opened.map(one => one.count())
  turns += 1
  await hub.write([{ ...organisation, source: `turn ${turns}` }], organisation)
  await until(() => opened.every((one, place) => one.count() > (before[place] ?? 0)))
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('pokes', () => {
  it('come without content to whoever is granted what was touched, once for each version', async () => {
    const [worker, colleague, leader] = [await stream('N1-1'), await stream('N1-2'), await stream('N1-lead')]
    expect(worker.reply.headers.get('content-type')).toBe('text/event-stream')
    await hub.write([aCaseGroup({ title: 'changed' })], organisation)
    await everybodyPoked(worker, colleague, leader)
    expect([worker, colleague, leader].map(one => one.count())).toEqual([2, 1, 2])
  })

  it('cross from one hub to the other', async () => {
    const worker = await stream('N1-1', await listening(other.app))
    await hub.write([aCaseGroup({ title: 'changed' })], organisation)
    await until(() => worker.count() === 1)
  })

  it('follow a push too', async () => {
    const colleague = await stream('N1-2')
    const leader = await aClient(other.app, 'N1-lead')
    await leader.push(
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: '10000001', team: 'N1', holder: 'N1-2' },
        { team: 'N1', holder: 'N1-1' },
      ),
    )
    await until(() => colleague.count() === 1)
  })

  it('betray nothing of a sensitive group to those who are not nominated (ACC-3)', async () => {
    const [newcomer, nominated] = [await stream('SCR-2'), await stream('SCR-lead')]
    await everybodyPoked(newcomer, nominated)
    // What was written before they listened may come late, and that poke too.
    await sleep(300)
    const before = [newcomer.count(), nominated.count()] as const
    await hub.write([{ ...secret, title: 'changed' }], organisation)
    await hub.write([{ ...secret, holder: 'SCR-2' as StaffNumber }], organisation)
    await everybodyPoked(newcomer, nominated)
    expect([newcomer.count() - before[0], nominated.count() - before[1]]).toEqual([1, 3])
  })

  it('end with the session, and with the access', async () => {
    const [worker, colleague] = [await stream('N1-1'), await stream('N1-2')]
    await fetch(`${base}/session`, { method: 'DELETE', headers: { cookie: worker.cookie } })
    await until(worker.ended)
    const without = {
      ...anOrganisation(),
      staff: anOrganisation().staff.filter(({ number }) => number !== 'N1-2'),
    }
    await hub.write([without], without)
    await until(colleague.ended)
  })

  it('come again when the database was away, for what was missed too', async () => {
    const worker = await stream('N1-1')
    const name = new URL(hub.url).pathname.slice(1)
    await asOwner(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await asOwner(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    // What was said before may still be on its way.
    const before = worker.count()
    await sleep(1500)
    expect(worker.count()).toBe(before)
    await asOwner(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await until(() => worker.count() === before + 1)
    await hub.write([aCaseGroup({ title: 'changed' })], organisation)
    await until(() => worker.count() === before + 2)
  })

  it('come once for a version that is told in several messages', () => {
    const hints = pokeStreams()
    let pokes = 0
    const poke = () => {
      pokes += 1
    }
    const nothing = () => {}
    const at = { tokenHash: Buffer.alloc(32), expiresAt: '2026-11-21T21:30:00Z' }
    hints.add({ staffNumber: 'N1-lead' as StaffNumber, ...at, poke, beat: nothing, end: nothing })
    const index = indexOrganisation(organisation)
    hints.touched(7, ['team:N1'], index, '2026-11-21')
    hints.touched(7, ['person:N1-lead'], index, '2026-11-21')
    hints.touched(8, ['team:N1'], index, '2026-11-21')
    expect(pokes).toBe(2)
  })

  it('go to a deputy of the day: who is granted what is worked out anew each day (TEAM-3)', () => {
    const hints = pokeStreams()
    let pokes = 0
    const poke = () => {
      pokes += 1
    }
    const nothing = () => {}
    const at = { tokenHash: Buffer.alloc(32), expiresAt: '2026-11-24T21:30:00Z' }
    hints.add({ staffNumber: 'N2-lead' as StaffNumber, ...at, poke, beat: nothing, end: nothing })
    const index = indexOf([
      aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-22', '2026-11-22')] }),
    ])
    const after = ['2026-11-21', '2026-11-22', '2026-11-23'].map((today, turn) => {
      hints.touched(turn, ['team:N1'], index, today)
      return pokes
    })
    expect(after).toEqual([0, 1, 1])
  })

  it('go over twenty streams of one person at most: the oldest is ended, nobody else’s', () => {
    const hints = pokeStreams()
    const ended: string[] = []
    const open = (person: string, name: string) =>
      hints.add({
        staffNumber: person as StaffNumber,
        tokenHash: Buffer.alloc(32),
        expiresAt: '2026-11-21T21:30:00Z',
        poke: () => {},
        beat: () => {},
        end: () => void ended.push(name),
      })
    open('N1-2', 'a colleague’s')
    const close = Array.from({ length: 20 }, (_, place) => open('N1-1', `stream ${place}`))
    expect(ended).toEqual([])
    open('N1-1', 'one too many')
    open('N1-1', 'and another')
    expect(ended).toEqual(['stream 0', 'stream 1'])
    close[7]?.()
    open('N1-1', 'in its place')
    expect(ended).toEqual(['stream 0', 'stream 1'])
  })

  it('end when their session is over, with the next sign of life', () => {
    const hints = pokeStreams()
    const heard: string[] = []
    const open = (expiresAt: string, name: string) =>
      hints.add({
        staffNumber: 'N1-1' as StaffNumber,
        tokenHash: Buffer.alloc(32),
        expiresAt,
        poke: () => {},
        beat: () => void heard.push(`${name} beats`),
        end: () => void heard.push(`${name} ends`),
      })
    open('2026-11-21T21:30:00.000Z', 'one that is over')
    open('2026-11-21T21:30:00.001Z', 'one that is not')
    hints.beat('2026-11-21T21:30:00.000Z')
    expect(heard).toEqual(['one that is over ends', 'one that is not beats'])
  })

  it('tell of any number of buckets, in messages that PostgreSQL takes', () => {
    const buckets = Array.from({ length: 5000 }, (_, n) => `person:${1000000 + n}`)
    const messages = announcementsOf(7, buckets)
    expect(messages.every(message => Buffer.byteLength(message) < 8000)).toBe(true)
    expect(messages.flatMap(message => message.split('\n').slice(1))).toEqual(buckets)
    expect(new Set(messages.map(message => message.split('\n')[0]))).toEqual(new Set(['7']))
  })
})
