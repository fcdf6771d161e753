import { describe, expect, it } from 'vitest'
import { killBrowsers } from '../kills/browser.ts'

describe('a browser that is killed while changes are made, every other time without its hub', () => {
  // More of them: npm run kill -- --what browser --kills 100
  it('has lost nothing that it said is saved, and had nothing done twice', async () => {
    const { kills, acknowledged, ...faults } = await killBrowsers(2, 20_261_126)
    expect(kills).toBe(2)
    expect(acknowledged).toBeGreaterThan(0)
    expect(faults).toEqual({ lost: [], twice: [], wrong: [] })
  }, 240_000)
})
