import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildDesk } from './build-desk.ts'
import { buildElectron } from './build-electron.ts'
import { runChecks } from './check.ts'
import { findChromium } from './find-chromium.mjs'
import { runProgram } from './program.ts'
import { project } from './project.ts'
import { add, nothing, oneFailed, onePassed, sentence, type Tally } from './tally.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { playwrightTally, vitestTally } from './test-report.ts'

const results = join(project, 'test-results')

/** The parts of the suite in their order; `--only unit,e2e` runs some of them. */
const parts: Record<string, () => Promise<Tally>> = {
  check: runChecks,
  unit,
  integration: () => vitest('integration'),
  simulation,
  e2e,
}

async function unit(): Promise<Tally> {
  let tally = nothing
  // One at a time: where those whose files share their modules run among the others, most files get a process of their own.
  for (const name of ['pure', 'renderer', 'electron-and-build']) tally = add(tally, await vitest(name))
  return tally
}

async function vitest(name: string): Promise<Tally> {
  const report = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // Nothing runs beside it: of two cores none is left idle.
  const args = ['run', '--maxWorkers=100%', '--project', name, ...reporters]
  const { ok } = await runProgram('node_modules/vitest/vitest.mjs', args, { output: 'shown' })
  return vitestTally(report, ok)
}

async function simulation(): Promise<Tally> {
  const file = 'test/simulation/main.ts'
  if (!existsSync(join(project, file))) return failed(`There is no ${file}.`)
  // 150 seeds, half of them by each of two: one alone keeps one core waiting. More of them by hand: npm run simulate.
  const halves = ['1', '76'].map(first => ['--first', first, '--seeds', '75', '--steps', '200'])
  const ended = await Promise.all(halves.map(args => runProgram(file, args, { output: 'shown' })))
  return ended.every(({ ok }) => ok) ? onePassed : oneFailed
}

async function e2e(): Promise<Tally> {
  const report = join(results, 'e2e.json')
  const env = { CHROMIUM: findChromium() }
  await buildDesk()
  await buildElectron()
  const { ok } = await runProgram('node_modules/@playwright/test/cli.js', ['test'], { output: 'shown', env })
  return playwrightTally(report, ok)
}

function failed(reason: string): Tally {
  console.log(reason)
  return oneFailed
}

async function runPart(name: string): Promise<Tally> {
  const start = performance.now()
  console.log(`\n=== ${name}`)
  const tally =
    (await parts[name]?.().catch(problem => failed(problem.message))) ?? failed('There is no such part.')
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`--- ${name}: ${sentence(tally)} (${seconds} s)`)
  return tally
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const chosen = values.only?.split(',') ?? Object.keys(parts)
rmSync(results, { recursive: true, force: true })
Object.assign(process.env, inTemporaryFolder())
let tally = nothing
for (const name of chosen) tally = add(tally, await runPart(name))
console.log(`\n${sentence(tally)}`)
process.exitCode = tally.failed ? 1 : 0
