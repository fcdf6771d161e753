import { parseArgs } from 'node:util'
import { buildDesk } from './build-desk.ts'
import { buildElectron } from './build-electron.ts'
import { findChromium } from './find-chromium.mjs'
import { findElectron } from './find-electron.ts'
import { runProgram } from './program.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

// The whole suite in the application, as it is: on Electron itself, or with `--stand-in` on what stands in for it. What is about
// the application alone runs on the stand-in in every `npm test` too. What is about a browser
// alone, or about the stand-in alone, is skipped by name, in its spec (docs/windows.md has the list).

async function testIn(electron: Record<string, string>): Promise<boolean> {
  await buildDesk()
  await buildElectron()
  const env = { ...electron, DESK_IN: 'electron', CHROMIUM: findChromium(), ...inTemporaryFolder() }
  const { ok } = await runProgram('node_modules/@playwright/test/cli.js', ['test'], { output: 'shown', env })
  return ok
}

async function testOnElectron(): Promise<boolean> {
  const electron = await findElectron()
  if ('binary' in electron) return testIn({ DESK_ELECTRON: electron.binary })
  console.log(`Not run: Electron: ${electron.reason}`)
  return true
}

const { values } = parseArgs({ options: { 'stand-in': { type: 'boolean', default: false } } })
process.exitCode = (await (values['stand-in'] ? testIn({}) : testOnElectron())) ? 0 : 1
