// Starts a TypeScript entry of this project under its own Node: node build/run.mjs <entry.ts> [arguments…]
//
// Plain JavaScript, because whatever Node the machine has runs it, from 18 on. Standard output belongs to the
// entry alone.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { findNode, project, setUp } from './setup.mjs'

/**
 * @param {string} entry
 * @param {string[]} args
 */
function run(entry, args) {
  const node = findNode()
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', resolve(project, entry), ...args], {
    stdio: 'inherit',
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  })
  // A terminal sends Ctrl-C to the child as well. The child decides what it means, and we wait for it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  if (process.env.npm_lifecycle_event) endWithParent(child)
  child.on('error', refuse)
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

// npm passes a SIGTERM to the shell between us, which dies of it and tells nobody.
/** @param {import('node:child_process').ChildProcess} child */
function endWithParent(child) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref()
}

/** @param {unknown} problem */
function refuse(problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`)
  process.exit(1)
}

const [entry, ...args] = process.argv.slice(2)
try {
  if (!entry) throw new Error('Usage: node build/run.mjs <entry.ts> [arguments…]')
  setUp()
  run(entry, args)
} catch (problem) {
  refuse(problem)
}
