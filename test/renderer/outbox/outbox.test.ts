import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Outbox, openOutbox } from '../../../renderer/outbox/outbox.ts'
import { newEntry } from '../../../renderer/outbox/stored-entry.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aReturn } from '../../make/a-command.ts'
import { anOutboxHome } from '../support/a-home.ts'
import { leader } from '../support/a-page.ts'
import { aKey } from '../support/databases.ts'

const entry = (seq: number) => newEntry(seq, aReturn(aCaseGroup(), false, 'A canary of a reason'))
const seqs = (outbox: Outbox) => outbox.entries().map(({ seq }) => seq)
const open = async (home: ReturnType<typeof anOutboxHome>, taken = 0) =>
  openOutbox(home, leader, await aKey(), taken)

const refused = {
  result: { kind: 'refused', refusal: { kind: 'changed', reason: 'It changed.' } },
  at: '2026-11-21T09:30:00.000Z',
} as const

describe('the outbox', () => {
  it('holds at once and says saved when it is durable, all in one write', async () => {
    const home = anOutboxHome()
    const outbox = await open(home)
    const many = Array.from({ length: 500 }, () => entry(outbox.nextSeq(0)))
    const saved = outbox.add(many)
    expect([seqs(outbox).length, home.records.size]).toEqual([500, 0])
    expect(outbox.entries().some(outbox.isDurable)).toBe(false)
    await saved
    expect([home.records.size, home.writes.length]).toEqual([500, 1])
    expect(outbox.entries().every(outbox.isDurable)).toBe(true)
  })

  it('is there again at the next start, in its order, sealed', async () => {
    const home = anOutboxHome()
    const outbox = await open(home)
    const entries = [entry(outbox.nextSeq(0)), entry(outbox.nextSeq(0))]
    await outbox.add(entries)
    expect((await open(home)).entries()).toEqual(entries)
    const written = Buffer.concat([...home.records.values()]).toString('latin1')
    expect(written).not.toContain('canary')
  })

  it('forgets again what could not be kept, and says so', async () => {
    const home = anOutboxHome()
    const outbox = await open(home)
    await outbox.add([entry(outbox.nextSeq(0))])
    home.failing = true
    await expect(outbox.add([entry(outbox.nextSeq(0))])).rejects.toThrow('full')
    expect(seqs(outbox)).toEqual([1])
    home.failing = false
    await outbox.add([entry(outbox.nextSeq(0))])
    expect([seqs(outbox), seqs(await open(home))]).toEqual([
      [1, 3],
      [1, 3],
    ])
  })

  it('never writes a command on a nationally sensitive group, whatever becomes of it (ACC-3)', async () => {
    const act = fc.constantFrom('add', 'hand', 'refuse', 'remove')
    const scenario = fc.array(fc.record({ act, sensitive: fc.boolean(), at: fc.nat(9) }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(scenario, async steps => {
        const home = anOutboxHome()
        const outbox = await open(home)
        for (const { act, sensitive, at } of steps) {
          const one = outbox.entries()[at % Math.max(1, outbox.entries().length)]
          if (act === 'add' || !one) await outbox.add([{ ...entry(outbox.nextSeq(0)), sensitive }])
          else if (act === 'remove') await outbox.remove([one.seq])
          else await outbox.replace([{ ...one, handed: true, refused: act === 'refuse' ? refused : null }])
        }
        const waiting = outbox.entries().filter(one => !one.sensitive)
        expect([...home.records.keys()].sort()).toEqual(waiting.map(({ seq }) => seq).sort())
        expect((await open(home)).entries()).toEqual(waiting)
      }),
      { numRuns: 60 },
    )
  })

  it('writes in the order in which things happened, also when nobody waits', async () => {
    const home = anOutboxHome()
    const outbox = await open(home)
    void outbox.add([entry(1)])
    void outbox.replace([{ ...entry(1), handed: true }])
    void outbox.remove([1])
    await outbox.idle()
    expect(home.writes).toEqual(['put 1', 'put 1', 'remove 1'])
    expect(home.records.size).toBe(0)
  })

  it('drops from the disk only after what must come first, also when that fails', async () => {
    const home = anOutboxHome()
    const outbox = await open(home)
    await outbox.add([entry(1)])
    let first = () => {}
    const removed = outbox.remove([1], new Promise<void>(resolve => (first = resolve)))
    await Promise.resolve()
    expect([seqs(outbox), home.records.size]).toEqual([[], 1])
    first()
    await removed
    expect(home.records.size).toBe(0)
  })

  it('puts what waits again in its old place', async () => {
    const outbox = await open(anOutboxHome())
    await outbox.add([entry(3), entry(4)])
    await outbox.replace([entry(1)])
    expect(seqs(outbox)).toEqual([1, 3, 4])
  })

  it('leaves a record that does not open where it is, and does not write over it', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const home = anOutboxHome()
    await (await open(home)).add([entry(1), entry(2)])
    const [sealed] = home.records.values()
    home.records.set(5, sealed ?? new Uint8Array())
    const outbox = await open(home)
    expect([seqs(outbox), outbox.nextSeq(0)]).toEqual([[1, 2], 6])
    expect(outbox.unreadable).toEqual([null])
    expect(home.records.has(5)).toBe(true)
    expect(complaints).toHaveBeenCalledOnce()
    complaints.mockRestore()
  })

  it('says without the key when each was made, to the moment, where nothing else can be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const home = anOutboxHome()
    const made = Date.parse('2026-11-26T09:31:00.000Z')
    const outbox = await open(home)
    await outbox.add([entry(outbox.nextSeq(made)), entry(outbox.nextSeq(made))])
    const another = await openOutbox(home, leader, await aKey(8), 0)
    expect(another.unreadable).toEqual(['2026-11-26T09:31:00.000Z', '2026-11-26T09:31:00.001Z'])
    expect([another.nextSeq(0), another.nextSeq(made + 60_000)]).toEqual([made + 2, made + 60_000])
    home.records.set(Number.MAX_SAFE_INTEGER, new Uint8Array())
    expect((await openOutbox(home, leader, await aKey(8), 0)).unreadable).toContain(null)
    vi.restoreAllMocks()
  })

  it('says when each that is lost was made, until its person has looked, and gives its place to no other', async () => {
    const made = Date.parse('2026-11-26T09:31:00.000Z')
    const home = anOutboxHome()
    home.lost = new Set([0, made])
    const outbox = await open(home)
    expect([outbox.lost(), outbox.unreadable, seqs(outbox)]).toEqual([
      [null, '2026-11-26T09:31:00.000Z'],
      [],
      [],
    ])
    expect(outbox.nextSeq(0)).toBe(made + 1)
    const forgotten = outbox.forgetLost()
    expect(outbox.lost()).toEqual([])
    await forgotten
    expect((await open(home)).lost()).toEqual([])
  })

  it('gives no place twice that a sent command still has', async () => {
    expect((await open(anOutboxHome(), 9)).nextSeq(0)).toBe(10)
  })

  it('writes nothing without a key', async () => {
    const home = anOutboxHome()
    const outbox = await openOutbox(home, leader, null, 0)
    await outbox.add([entry(outbox.nextSeq(0))])
    expect([seqs(outbox), home.records.size]).toEqual([[1], 0])
  })
})
