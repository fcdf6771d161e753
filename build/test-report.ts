import { readFileSync } from 'node:fs'
import { add, oneFailed, type Tally } from './tally.ts'

/** Counts the tests in a report of Vitest. */
export function vitestTally(report: string, ended: boolean): Tally {
  const counts = read(report)
  if (!counts) return oneFailed
  return honest(
    {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
    },
    ended,
  )
}

/** Counts the tests in a report of Playwright. */
export function playwrightTally(report: string, ended: boolean): Tally {
  const stats = read(report)?.stats
  if (!stats) return oneFailed
  return honest(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    ended,
  )
}

// A runner can fail although no test did: a file that does not load, an error outside the tests, no tests at all.
function honest(tally: Tally, ended: boolean): Tally {
  const unsaid = tally.failed === 0 && (!ended || tally.passed === 0)
  return unsaid ? add(tally, oneFailed) : tally
}

function read(report: string) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}
