import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNames } from '../../../hub/import/extract-files.ts'
import { Refusal } from '../../../hub/import/refusal.ts'
import { anEmptyHub, folderOf } from './support/a-hub.ts'
import { filesOf, small } from './support/small-extract.ts'

// Below the level of rows and columns: what a broken disk, a wrong program or somebody with an editor makes of the files.
const odd = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\ufeff',
    '=cmd|1',
    '__proto__',
    '€',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat(20_000).map(length => 'x'.repeat(length)),
)
const bytes = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('x', ',', '=1', '€', '2', ' ').map(text => Buffer.from(text)) },
  odd.map(text => Buffer.from(text)),
  fc.uint8Array({ maxLength: 30 }).map(array => Buffer.from(array)),
  fc.constantFrom(Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80])),
)
const damage = fc.record({
  file: fc.constantFrom(...fileNames),
  how: fc.constantFrom('insert', 'insert', 'insert', 'overwrite', 'cut off', 'replace', 'repeat'),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes,
})
type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never

function damaged(content: Buffer<ArrayBuffer>, { how, where, bytes }: Damage): Buffer<ArrayBuffer> {
  const at = Math.round(where * content.length)
  const [head, tail] = [content.subarray(0, at), content.subarray(at)]
  switch (how) {
    case 'insert':
      return Buffer.concat([head, bytes, tail])
    case 'overwrite':
      return Buffer.concat([head, bytes, tail.subarray(bytes.length)])
    case 'cut off':
      return head
    case 'replace':
      return bytes
    default:
      return Buffer.concat([content, tail])
  }
}

// Some extract must be imported, whatever the damages happen to be.
const harmless: Damage = { file: 'manifest', how: 'insert', where: 0, bytes: Buffer.of() }

// Each is taken after all that were imported before it.
const takenAt = (minute: number) =>
  filesOf({
    ...small,
    manifest: small.manifest.map(row => ({
      ...row,
      taken_at: new Date(Date.UTC(2026, 10, 20, 18, minute)).toISOString().replace('.000Z', 'Z'),
    })),
  })

describe('IMP-1, IMP-7 whatever bytes the files of an extract are made of', () => {
  it('they are imported whole, or refused in a sentence that changes nothing and betrays nothing', async () => {
    const hub = await anEmptyHub()
    await hub.importFiles(takenAt(0))
    const ends = { imported: 0, refused: 0 }
    let minute = 1
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), async damages => {
        const files = new Map(
          Object.entries(takenAt(minute++)).map(([name, text]) => [name, Buffer.from(text)] as const),
        )
        for (const each of damages) {
          const name = `${each.file}.csv`
          files.set(name, damaged(files.get(name) ?? Buffer.of(), each))
        }
        const before = await hub.everything()
        const folder = await folderOf(
          Object.fromEntries([...files].map(([name, of]) => [name, Buffer.from(of)])),
        )
        const end = await hub.importFolder(folder).catch((problem: unknown) => problem)
        if (end instanceof Refusal) {
          ends.refused += 1
          expect(end.message).toMatch(/^[^\p{Cc}]+\.$/u)
          expect(end.message.length).toBeLessThan(1000)
          expect(await hub.everything()).toBe(before)
        } else {
          ends.imported += 1
          // Anything but a refusal is thrown here, with its words.
          expect(end).toMatchObject({ files: expect.any(Array) })
          const after = await hub.everything()
          expect(await hub.importFolder(folder)).toMatchObject({ again: true })
          expect(await hub.everything()).toBe(after)
        }
      }),
      { numRuns: 25, examples: [[[harmless]]] },
    )
    expect(Math.min(ends.imported, ends.refused)).toBeGreaterThan(0)
  })
})
