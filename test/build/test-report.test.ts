import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sentence } from '../../build/tally.ts'
import { playwrightTally, vitestTally } from '../../build/test-report.ts'

let folder: string
const report = (content: object) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-report-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('the count of the tests', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
  const playwright = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }

  it('takes every test of Vitest', () => {
    expect(vitestTally(report({ ...vitest, numFailedTests: 2 }), false)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    })
  })

  it('takes every test of Playwright, a flaky one as failed', () => {
    const stats = { ...playwright, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightTally(report({ stats }), false)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('has a failure when the runner failed and no test did', () => {
    expect(vitestTally(report(vitest), false).failed).toBe(1)
    expect(playwrightTally(report({ stats: playwright }), false).failed).toBe(1)
  })

  it('has a failure when no test ran or there is no report', () => {
    expect(vitestTally(report({ ...vitest, numPassedTests: 0 }), true).failed).toBe(1)
    expect(vitestTally(join(folder, 'missing.json'), true).failed).toBe(1)
    expect(playwrightTally(report({}), true).failed).toBe(1)
  })

  it('reads as one sentence', () => {
    expect(sentence({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed')
    expect(sentence({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped')
  })
})
