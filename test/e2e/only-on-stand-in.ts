import { test } from '@playwright/test'
import { electronProgram } from '../electron-stand-in/on-electron.ts'

/** Skips on Electron itself what only the stand-in can show, and says so. */
export function onlyOnStandIn(why: string): void {
  const isElectron = electronProgram !== null
  if (isElectron) console.log(`Not run on Electron itself: ${test.info().title}. ${why}`)
  test.skip(isElectron, why)
}
