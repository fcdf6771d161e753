import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKey, openKey, rewrapKey } from '../../../renderer/sealing/keys.ts'
import { seal, sealJson, unseal, unsealJson } from '../../../renderer/sealing/seal.ts'
import { aKey } from '../support/databases.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (opened: Uint8Array) => new TextDecoder().decode(opened)

describe('what is sealed', () => {
  it('opens with its key in its place, and is otherwise each time', async () => {
    const key = await aKey()
    const [one, two] = [
      await seal(key, bytes('McLaughlin'), 'here'),
      await seal(key, bytes('McLaughlin'), 'here'),
    ]
    expect(text(await unseal(key, one, 'here'))).toBe('McLaughlin')
    expect(one).not.toEqual(two)
    expect(text(one)).not.toContain('McLaughlin')
  })

  it('does not open with another key, in another place, or cut short', async () => {
    const key = await aKey()
    const sealed = await seal(key, bytes('McLaughlin'), 'here')
    await expect(unseal(await aKey(8), sealed, 'here')).rejects.toThrow()
    await expect(unseal(key, sealed, 'there')).rejects.toThrow()
    for (const length of [0, 5, 12, sealed.length - 1]) {
      await expect(unseal(key, sealed.slice(0, length), 'here')).rejects.toThrow()
    }
  })

  it('does not open when any bit of it was changed', async () => {
    const key = await aKey()
    const sealed = await sealJson(key, { name: 'McLaughlin' }, 'here')
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async bit => {
        const changed = sealed.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await expect(unsealJson(key, changed, 'here')).rejects.toThrow()
      }),
    )
  })
})

describe('a key that is kept under another', () => {
  it('is the same after it was wrapped anew, and the old wrapping serves the new outer key nothing', async () => {
    const [outer, next] = [await aKey(1), await aKey(2)]
    const { key, wrapped } = await makeKey(outer, 'key/1')
    const sealed = await seal(key, bytes('McLaughlin'), 'here')
    const again = await rewrapKey(outer, next, wrapped, 'key/1')
    expect(text(await unseal(await openKey(next, again, 'key/1'), sealed, 'here'))).toBe('McLaughlin')
    await expect(openKey(next, wrapped, 'key/1')).rejects.toThrow()
    await expect(openKey(next, again, 'key/2')).rejects.toThrow()
  })

  it('cannot be taken out', async () => {
    const { key } = await makeKey(await aKey(), 'key/1')
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
