import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Check } from './checks/check.ts'
import { formatAndLint } from './checks/format-and-lint.ts'
import { layers, layersCatchViolations } from './checks/layers.ts'
import { packages } from './checks/packages.ts'
import { purity, purityCatchesViolations } from './checks/purity.ts'
import { registries } from './checks/registries.ts'
import { security, securityCatchesViolations } from './checks/security.ts'
import { types } from './checks/types.ts'
import { unused } from './checks/unused.ts'
import { project } from './project.ts'
import { add, nothing, oneFailed, onePassed, sentence, type Tally } from './tally.ts'

const checks: Check[] = [
  formatAndLint,
  ...environments().map(types),
  layers,
  layersCatchViolations,
  purity,
  purityCatchesViolations,
  security,
  securityCatchesViolations,
  unused,
  registries,
  packages,
]

/** The folders with a TypeScript configuration and something to check under it. */
function environments(): string[] {
  return globSync('*/tsconfig.json', { cwd: project })
    .map(dirname)
    .filter(folder => globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: project }).length > 0)
    .sort()
}

export async function runChecks(): Promise<Tally> {
  let tally = nothing
  for (const check of checks) tally = add(tally, await runCheck(check))
  return tally
}

async function runCheck({ name, run }: Check): Promise<Tally> {
  const start = performance.now()
  const objections = await Promise.resolve()
    .then(run)
    .catch(problem => [String(problem?.stack ?? problem)])
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${objections.length ? 'FAILED' : 'passed'}  ${name} (${seconds} s)`)
  for (const objection of objections) console.log(objection.replace(/^/gm, '        '))
  return objections.length ? oneFailed : onePassed
}

if (import.meta.main) {
  const tally = await runChecks()
  console.log(sentence(tally))
  process.exitCode = tally.failed ? 1 : 0
}
