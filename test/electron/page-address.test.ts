import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOwn, isPage, PAGE } from '../../electron/page-address.ts'
import { foreignAddresses } from './addresses.ts'

describe("the desk's own address", () => {
  it.each(foreignAddresses)('is not %j', address => {
    expect(isOwn(address)).toBe(false)
    expect(isPage(address)).toBe(false)
  })

  it('is none of 500 others', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map(tail => `app://${tail}`),
        ),
        address => {
          expect(isOwn(address)).toBe(/^app:\/\/bundle(?:[/?#\\]|$)/.test(address) && URL.canParse(address))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is the page, wherever in it one is', () => {
    for (const address of [PAGE, 'app://bundle', `${PAGE}index.html`, `${PAGE}#/orphans?sort=days`])
      expect(isPage(address)).toBe(true)
  })

  it('is a file too, but that is not the page', () => {
    for (const address of [`${PAGE}assets/a.js`, `${PAGE}?a=1`, `${PAGE}index.html/x`]) {
      expect(isOwn(address)).toBe(true)
      expect(isPage(address)).toBe(false)
    }
  })
})
