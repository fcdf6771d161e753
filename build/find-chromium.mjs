// Finds the Chromium of the end-to-end tests, and installs Debian's where that is possible.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
  'msedge.exe',
]

/** The path of a Chromium: of the variable CHROMIUM, of PATH, or one that this installs. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const found = onPath() ?? (install() ? onPath() : undefined)
  if (found) return found
  throw new Error(
    'There is no Chromium for the end-to-end tests: install chromium, or name one in the variable CHROMIUM.',
  )
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  process.stderr.write('Installing chromium …\n')
  return aptGet('update', '-q') && aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium')
}

/** @param {string[]} args */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${findChromium()}\n`)
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`)
    process.exitCode = 1
  }
}
