import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outboxFile } from '../../electron/outbox-file.ts'
import type { OutboxRecord } from '../../electron/outbox-frame.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-outbox-'))
  path = join(folder, 'one.outbox')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const record = (key: number, ...bytes: number[]): OutboxRecord => ({ key, sealed: new Uint8Array(bytes) })

describe('the outbox file', () => {
  it('holds nothing before the first record', async () => {
    expect(await outboxFile(path).load()).toEqual([])
    expect(await outboxFile(path).count()).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  it('gives the records back in the order of their keys after a restart', async () => {
    await outboxFile(path).put([record(2, 2, 2), record(1, 1)])
    expect(await outboxFile(path).load()).toEqual([record(1, 1), record(2, 2, 2)])
    expect(await outboxFile(path).count()).toBe(2)
  })

  it('can be read by its user only', async () => {
    await outboxFile(path).put([record(1)])
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('forgets what was removed, and only that', async () => {
    const outbox = outboxFile(path)
    await outbox.put([record(1, 1), record(2, 2), record(3, 3)])
    await outbox.remove([1, 3, 7])
    expect(await outbox.load()).toEqual([record(2, 2)])
    expect(await outboxFile(path).load()).toEqual([record(2, 2)])
  })

  it('does one thing after the other, however many are asked at once', async () => {
    const outbox = outboxFile(path)
    await Promise.all(Array.from({ length: 50 }, (_, key) => outbox.put([record(key, key)])))
    expect(await outboxFile(path).count()).toBe(50)
  })

  it('behaves like a map, restarts included', async () => {
    const key = fc.nat(6)
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), keys: fc.uniqueArray(key), byte: fc.nat(255) }),
      fc.record({ kind: fc.constant('remove' as const), keys: fc.uniqueArray(key) }),
      fc.record({ kind: fc.constant('restart' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        for (const file of [path, `${path}.waits`]) await rm(file, { force: true })
        const model = new Map<number, OutboxRecord>()
        let outbox = outboxFile(path)
        for (const one of steps) {
          if (one.kind === 'restart') outbox = outboxFile(path)
          if (one.kind === 'put') await outbox.put(one.keys.map(each => record(each, one.byte)))
          if (one.kind === 'put') for (const each of one.keys) model.set(each, record(each, one.byte))
          if (one.kind === 'remove') await outbox.remove(one.keys)
          if (one.kind === 'remove') for (const each of one.keys) model.delete(each)
          const expected = [...model.values()].sort((a, b) => a.key - b.key)
          expect(await outbox.load()).toEqual(expected)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('drops a torn end at the next start and writes on where it began', async () => {
    await outboxFile(path).put([record(1, 1)])
    const whole = (await stat(path)).size
    const mark = await readFile(`${path}.waits`)
    await outboxFile(path).put([{ key: 2, sealed: new Uint8Array(1000).fill(1) }])
    // The power went while it was written: nothing was said of it, and nothing is marked.
    await writeFile(`${path}.waits`, mark)
    await truncate(path, (await stat(path)).size - 2)
    const outbox = outboxFile(path)
    expect(await outbox.load()).toEqual([record(1, 1)])
    await outbox.put([record(3, 3)])
    expect(await outboxFile(path).load()).toEqual([record(1, 1), record(3, 3)])
    expect((await stat(path)).size).toBe(2 * whole)
  })

  it('keeps what is whole on both sides of damage, and the damaged file beside it', async () => {
    await outboxFile(path).put([record(1, 1)])
    const first = (await stat(path)).size
    await outboxFile(path).put([record(2, 2)])
    await outboxFile(path).put([record(3, 3)])
    const bytes = await readFile(path)
    bytes[first + 14] = 99
    await writeFile(path, bytes)
    expect(await outboxFile(path).load()).toEqual([record(1, 1), { key: 2, sealed: null }, record(3, 3)])
    const aside = (await readdir(folder)).find(name => name.includes('.aside-'))
    expect(await readFile(join(folder, aside ?? ''))).toEqual(bytes)
  })

  it('becomes small again when most of it is of the past', async () => {
    const outbox = outboxFile(path)
    const large = new Uint8Array(10_000).fill(7)
    for (let key = 0; key < 20; key++) await outbox.put([{ key, sealed: large }])
    await outbox.remove(Array.from({ length: 19 }, (_, key) => key))
    expect((await stat(path)).size).toBeLessThan(11_000)
    expect(await outboxFile(path).load()).toEqual([{ key: 19, sealed: large }])
  })

  it('says that nothing was saved when the disk takes nothing, and goes on when it does again', async () => {
    const missing = join(folder, 'away', 'one.outbox')
    const outbox = outboxFile(missing)
    await expect(outbox.put([record(1)])).rejects.toThrow('ENOENT')
    await mkdir(join(folder, 'away'))
    await outbox.put([record(2, 2)])
    expect(await outbox.load()).toEqual([record(2, 2)])
  })
})

describe('what the outbox file has lost', () => {
  const lost = (key: number) => ({ key, sealed: null })

  async function three(): Promise<readonly [first: number, second: number]> {
    await outboxFile(path).put([record(1, 1)])
    const first = (await stat(path)).size
    await outboxFile(path).put([record(2, 2)])
    const second = (await stat(path)).size
    await outboxFile(path).put([record(3, 3)])
    return [first, second]
  }

  async function damage(frame: number): Promise<void> {
    const bytes = await readFile(path)
    bytes[frame + 14] = 99
    await writeFile(path, bytes)
  }

  it('is told by its place where a file is cut, at the next starts too, until its person has looked', async () => {
    const [first] = await three()
    await truncate(path, first + 3)
    for (let start = 0; start < 2; start++) {
      const outbox = outboxFile(path)
      expect(await outbox.load()).toEqual([record(1, 1), lost(2), lost(3)])
      expect(await outbox.count()).toBe(1)
    }
    await outboxFile(path).remove([2, 3])
    expect(await outboxFile(path).load()).toEqual([record(1, 1)])
  })

  it('is told where the file is gone, and goes on beside what is new', async () => {
    await three()
    await rm(path)
    const outbox = outboxFile(path)
    expect(await outbox.load()).toEqual([lost(1), lost(2), lost(3)])
    await outbox.put([record(4, 4)])
    expect(await outboxFile(path).load()).toEqual([lost(1), lost(2), lost(3), record(4, 4)])
  })

  it('is told once, of a place that says nothing, where nobody knows what a damaged one held', async () => {
    const [first] = await three()
    await rm(`${path}.waits`)
    await damage(first)
    expect(await outboxFile(path).load()).toEqual([lost(0), record(1, 1), record(3, 3)])
    expect(await outboxFile(path).load()).toEqual([lost(0), record(1, 1), record(3, 3)])
  })

  it('is nothing where what a damaged frame held was removed before', async () => {
    const [first] = await three()
    await outboxFile(path).remove([2])
    await damage(first)
    expect(await outboxFile(path).load()).toEqual([record(1, 1), record(3, 3)])
  })

  it('is nothing that was removed before the power went, though the mark on the disk is an older one', async () => {
    await three()
    const older = await readFile(`${path}.waits`)
    await outboxFile(path).remove([1, 2])
    await writeFile(`${path}.waits`, older)
    expect(await outboxFile(path).load()).toEqual([record(3, 3)])
    await outboxFile(path).put([record(4, 4)])
    await rm(path)
    expect(await outboxFile(path).load()).toEqual([lost(3), lost(4)])
  })

  it('is told of a place that says nothing where damage lies behind all that the mark knows', async () => {
    await outboxFile(path).put([record(1, 1)])
    const older = await readFile(`${path}.waits`)
    const first = (await stat(path)).size
    await outboxFile(path).put([record(2, 2)])
    await outboxFile(path).put([record(3, 3)])
    await writeFile(`${path}.waits`, older)
    await damage(first)
    expect(await outboxFile(path).load()).toEqual([lost(0), record(1, 1), record(3, 3)])
  })

  it('is known after a file was written anew: no later than that its mark is on the disk', async () => {
    const large = new Uint8Array(10_000).fill(7)
    const outbox = outboxFile(path)
    for (let key = 0; key < 20; key++) await outbox.put([{ key, sealed: large }])
    await mkdir(`${path}.waits.new`)
    await outbox.remove(Array.from({ length: 19 }, (_, key) => key))
    expect((await stat(path)).size).toBeGreaterThan(200_000)
    expect(await outbox.load()).toEqual([{ key: 19, sealed: large }])
    await rm(`${path}.waits.new`, { recursive: true })
    await outbox.remove([])
    expect((await stat(path)).size).toBeLessThan(11_000)
  })

  it('goes nowhere while the disk is too full to mend the file: nothing is written to it before', async () => {
    const [first] = await three()
    await damage(first)
    const bytes = await readFile(path)
    const outbox = outboxFile(path)
    // The file cannot be written anew.
    await mkdir(`${path}.new`)
    expect(await outbox.load()).toEqual([record(1, 1), lost(2), record(3, 3)])
    await expect(outbox.put([record(4, 4)])).rejects.toThrow('EISDIR')
    await expect(outbox.remove([1])).rejects.toThrow('EISDIR')
    expect(await readFile(path)).toEqual(bytes)
    await rm(`${path}.new`, { recursive: true })
    await outbox.put([record(4, 4)])
    expect(await outboxFile(path).load()).toEqual([record(1, 1), lost(2), record(3, 3), record(4, 4)])
    const aside = (await readdir(folder)).filter(name => name.includes('.aside-'))
    expect(aside).toHaveLength(1)
    expect(await readFile(join(folder, aside[0] ?? ''))).toEqual(bytes)
  })

  it('is nothing where the power went between a removal and its mark, or a mark was cut', async () => {
    await three()
    await outboxFile(path).remove([1])
    await truncate(`${path}.waits`, 2)
    expect(await outboxFile(path).load()).toEqual([record(2, 2), record(3, 3)])
  })
})

describe('the outbox file of a process that is killed', () => {
  it('holds every record that was said to be saved, and every batch whole', async () => {
    let acknowledged = 0
    for (let round = 0; round < 6; round++) {
      const saved = await killWhileSaving(acknowledged, 15 + round * 20)
      const keys = (await outboxFile(path).load()).map(({ key }) => key)
      expect(keys.length).toBeGreaterThanOrEqual(saved * 3)
      expect(keys.length % 3).toBe(0)
      expect(keys).toEqual(Array.from({ length: keys.length }, (_, key) => key))
      acknowledged = keys.length / 3
    }
    expect(acknowledged).toBeGreaterThan(20)
  }, 60_000)
})

// Puts three records a batch, counting on from what is there, and prints each number once that is saved.
const source = resolve(import.meta.dirname, '../../electron/outbox-file.ts')
const saver = (from: number) => `
  const { outboxFile } = await import(${JSON.stringify(source)})
  const outbox = outboxFile(${JSON.stringify(path)})
  for (let batch = ${from}; ; batch++) {
    await outbox.put([0, 1, 2].map(index => ({ key: batch * 3 + index, sealed: new Uint8Array(500).fill(batch) })))
    process.stdout.write(batch + 1 + '\\n')
  }`

async function killWhileSaving(from: number, lines: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', saver(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    if (printed.split('\n').length > lines) child.kill('SIGKILL')
  })
  await exited
  return Number(printed.split('\n').at(-2) ?? from)
}
