import { buildDesk } from './build-desk.ts'
import { buildElectron } from './build-electron.ts'
import { findElectron } from './find-electron.ts'
import { runProgram } from './program.ts'

// The specs of the desk in Electron, as they are, on Electron itself: everywhere else they run on the stand-in.

async function testOnElectron(): Promise<boolean> {
  const electron = await findElectron()
  if ('reason' in electron) {
    console.log(`Not run: Electron: ${electron.reason}`)
    return true
  }
  await buildDesk()
  await buildElectron()
  const { ok } = await runProgram('node_modules/@playwright/test/cli.js', ['test', 'electron-'], {
    output: 'shown',
    env: { DESK_ELECTRON: electron.binary },
  })
  return ok
}

process.exitCode = (await testOnElectron()) ? 0 : 1
