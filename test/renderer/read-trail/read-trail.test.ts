import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HubTransport } from '../../../renderer/home/home.ts'
import { openReadTrail } from '../../../renderer/read-trail/open-read-trail.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { ReadingsRequest } from '../../../shared/sync/readings.ts'
import { staff } from '../../make/an-organisation.ts'
import { aKey, allRows, everyByte } from '../support/databases.ts'

const DAY = 86_400_000
const manager = staff('N1-mgr')
const group = (id: string) => id as MasterCaseNumber

let indexedDB: IDBFactory
let key: CryptoKey
let now: number
let isThere: boolean
let heard: ReadingsRequest['readings']
let requests: number[]

beforeEach(async () => {
  indexedDB = new IDBFactory()
  key = await aKey()
  now = Date.parse('2026-11-26T09:00:00Z')
  isThere = true
  heard = []
  requests = []
})

const transport: HubTransport = {
  async request(_method, _path, body) {
    if (!isThere) throw new Error('No network.')
    const { readings } = body as ReadingsRequest
    requests.push(readings.length)
    heard.push(...readings)
    return { status: 200, body: new TextEncoder().encode('{"protocol":1}'), retryAfter: null }
  },
  pokes: () => () => {},
}

const open = () =>
  openReadTrail({
    staffNumber: manager,
    transport,
    databases: { indexedDB, IDBKeyRange, clock: () => now, name: 'device', key },
  })

describe('ACC-5 a group of another team that is read', () => {
  it('is told to the hub, once a day', async () => {
    const trail = await open()
    for (let time = 0; time < 3; time++) trail.note(group('10000001'))
    await expect.poll(() => heard).toHaveLength(1)
    now += DAY
    trail.note(group('10000001'))
    await expect.poll(() => heard).toHaveLength(2)
    expect(heard[0]).toEqual({
      masterCaseNumber: '10000001',
      at: '2026-11-26T09:00:00.000Z',
      purpose: null,
      words: null,
    })
  })

  it('without network is kept sealed, and told by the next start that finds the hub', async () => {
    isThere = false
    const trail = await open()
    trail.note(group('10000001'))
    trail.note(group('10000002'))
    await trail.flush()
    await trail.idle()
    trail.close()
    expect((await allRows({ indexedDB })).get('desk-readings-device/readings')).toHaveLength(2)
    expect(await everyByte({ indexedDB })).not.toContain('10000001')

    isThere = true
    const next = await open()
    next.note(group('10000002'))
    await next.flush()
    expect(heard.map(({ masterCaseNumber }) => masterCaseNumber)).toEqual(['10000001', '10000002'])
    await next.idle()
    next.close()
    const third = await open()
    await third.flush()
    expect(heard).toHaveLength(2)
  })
})

describe('ACC-5 what was read and does not open with the key of now', () => {
  it('stays where it is, and is told when the key is there again', async () => {
    isThere = false
    const [first, other] = [key, await aKey(8)]
    for (const [sealedBy, id] of [
      [first, '10000001'],
      [other, '10000002'],
    ] as const) {
      key = sealedBy
      const trail = await open()
      trail.note(group(id))
      await trail.idle()
      trail.close()
    }
    isThere = true
    for (key of [first, other]) await (await open()).flush()
    expect(heard.map(({ masterCaseNumber }) => masterCaseNumber)).toEqual(['10000001', '10000002'])
  })
})

describe('ACC-3 a nationally sensitive group', () => {
  it('is open once the hub has recorded why, until the day ends', async () => {
    const trail = await open()
    expect(trail.isOpen(group('7'))).toBe(false)
    expect(await trail.open([group('7')], 'work', 'His week.')).toBe(true)
    expect(trail.isOpen(group('7'))).toBe(true)
    now += DAY
    expect(trail.isOpen(group('7'))).toBe(false)
  })

  it('is recorded by itself where several are opened at once, as many in a request as the hub takes', async () => {
    const ids = Array.from({ length: 101 }, (_, at) => group(String(10000001 + at)))
    const trail = await open()
    expect(await trail.open(ids, 'check', 'A check of all.')).toBe(true)
    expect(requests).toEqual([100, 1])
    expect(heard.map(({ masterCaseNumber }) => masterCaseNumber)).toEqual(ids)
    expect(heard.every(({ purpose, words }) => purpose === 'check' && words === 'A check of all.')).toBe(true)
    expect(ids.every(trail.isOpen)).toBe(true)
  })

  it('stays closed without the hub, and nothing of it is written', async () => {
    isThere = false
    const trail = await open()
    expect(await trail.open([group('77777777')], 'work', 'His week.')).toBe(false)
    expect(trail.isOpen(group('77777777'))).toBe(false)
    isThere = true
    await trail.flush()
    expect(heard).toEqual([])
  })
})
