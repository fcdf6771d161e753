import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newEntry, type StoredEntry } from '../../../renderer/outbox/stored-entry.ts'
import type { Databases } from '../../../renderer/storage/database.ts'
import { openSentLog } from '../../../renderer/storage/open-sent-log.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aReturn } from '../../make/a-command.ts'
import { aBrowser, aKey, everyByte, NOW, tamper } from '../support/databases.ts'

const client = '00000000-0000-4000-8000-000000000001' as ClientId
const later = '00000000-0000-4000-8000-000000000002' as ClientId
const entry = (place: number): StoredEntry => ({
  ...newEntry(place, aReturn(aCaseGroup(), false, 'A canary of a reason')),
  handed: true,
  sent: { clientId: client, seq: place },
})

let browser: Databases

beforeEach(async () => {
  browser = await aBrowser()
})

const open = async (days = 0, key?: CryptoKey) =>
  openSentLog({ ...browser, clock: () => Date.parse(NOW) + days * 86_400_000 }, key ?? (await aKey()), client)

describe('the log of sent commands', () => {
  it('has what was accepted, and how far the hub had counted, at the next start', async () => {
    const [one, two] = [entry(4), entry(7)]
    const log = await open()
    await log.record([one], { clientId: client, lastSeq: 4 })
    await log.record([two], { clientId: later, lastSeq: 1 })
    log.close()
    const again = await open()
    expect(await again.kept()).toEqual([one, two])
    expect([again.position, again.lastPlace]).toEqual([{ clientId: later, lastSeq: 1 }, 7])
  })

  it('lets them go after 14 days', async () => {
    const log = await open()
    await log.record([entry(1)], { clientId: client, lastSeq: 1 })
    expect(await (await open(14)).kept()).toHaveLength(1)
    const late = await open(15)
    expect([await late.kept(), late.position.lastSeq]).toEqual([[], 1])
  })

  it('lets those go that wait again, and keeps what was accepted since', async () => {
    const log = await open()
    await log.record([entry(1), entry(2)], { clientId: client, lastSeq: 2 })
    let durable = () => {}
    const first = new Promise<void>(resolve => {
      durable = resolve
    })
    const released = log.release([1], { clientId: later, lastSeq: 0 }, first)
    // Sent again and accepted before that was written: in its old place.
    const recorded = log.record([{ ...entry(1), handed: false }], { clientId: later, lastSeq: 1 })
    durable()
    await Promise.all([released, recorded])
    expect((await log.kept()).map(({ seq, handed }) => [seq, handed])).toEqual([
      [1, false],
      [2, true],
    ])
    log.close()
    expect((await open()).position).toEqual({ clientId: later, lastSeq: 1 })
  })

  it('lets nothing go, and keeps its client, where it could not be put in the outbox', async () => {
    const log = await open()
    await log.record([entry(1)], { clientId: client, lastSeq: 1 })
    const failed = Promise.reject(new Error('The disk is full.'))
    await expect(log.release([1], { clientId: later, lastSeq: 0 }, failed)).rejects.toThrow('full')
    log.close()
    const again = await open()
    expect([(await again.kept()).length, again.position]).toEqual([1, { clientId: client, lastSeq: 1 }])
  })

  it('is sealed', async () => {
    await (await open()).record([entry(1)], { clientId: client, lastSeq: 1 })
    const written = await everyByte(browser)
    for (const word of ['canary', 'return-to-segment', '10000001', client])
      expect(written).not.toContain(word)
  })

  it('leaves out what does not open, and begins anew where nothing does', async () => {
    const log = await open()
    await log.record([entry(1), entry(2)], { clientId: later, lastSeq: 2 })
    await tamper(browser, 'desk-sent-a-name', 'commands', ([one, two]) => ({
      put: [{ ...two, place: one?.place }],
    }))
    expect((await log.kept()).map(({ seq }) => seq)).toEqual([2])
    const foreign = await open(0, await aKey(9))
    expect([await foreign.kept(), foreign.position, foreign.lastPlace]).toEqual([
      [],
      { clientId: client, lastSeq: 0 },
      2,
    ])
  })

  it('lasts for the session where the database does not open', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(browser.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error', 'UnknownError')
    })
    const log = await open()
    await log.record([entry(1)], { clientId: client, lastSeq: 1 })
    expect([(await log.kept()).length, log.position.lastSeq]).toEqual([1, 1])
    expect(complaints).toHaveBeenCalledOnce()
    complaints.mockRestore()
  })
})
