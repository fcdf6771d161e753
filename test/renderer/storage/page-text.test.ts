import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLength, textOf } from '../../../renderer/storage/page-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const gzipped = (text: string) => new Uint8Array(gzipSync(text))
const texts = fc.string({ unit: 'grapheme', minLength: 1 }).map(text => JSON.stringify(text))

describe('the text of a page', () => {
  it('is the same whether it came gzipped or not, and so is its length', async () => {
    const isSame = fc.asyncProperty(texts, async text => {
      for (const page of [utf8(text), gzipped(text)]) {
        expect(await textOf(page)).toBe(text)
        expect(textLength(page)).toBe(utf8(text).length)
      }
    })
    await fc.assert(isSame)
  })

  it('is put together of pieces that end within a character', async () => {
    const text = JSON.stringify('Siân Õun 🂡 '.repeat(40_000))
    expect(await textOf(gzipped(text))).toBe(text)
  })

  it('is none where a page was cut short or spoiled on its way', async () => {
    const page = gzipped(JSON.stringify('Siân '.repeat(1_000)))
    for (const length of [2, 9, page.length >> 1, page.length - 1]) {
      await expect(textOf(page.slice(0, length))).rejects.toThrow()
    }
    const spoiled = page.map((byte, at) => (at === page.length - 6 ? byte ^ 1 : byte))
    await expect(textOf(spoiled)).rejects.toThrow()
  })

  it('is read of a page within other bytes', async () => {
    const page = gzipped('"Siân"')
    const among = new Uint8Array(page.length + 20)
    among.set(page, 10)
    const within = among.subarray(10, 10 + page.length)
    expect([await textOf(within), textLength(within)]).toEqual(['"Siân"', 7])
  })
})
