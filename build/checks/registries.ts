import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { project } from '../project.ts'
import type { Check } from './check.ts'

/** No committed file may say where packages come from: that is the machine's business. */
export const registries: Check = {
  name: 'no file names a package registry',
  run() {
    const hosts = registryHosts()
    return committedFiles().flatMap(file => {
      const text = readFileSync(join(project, file), 'utf8')
      const named = hosts.filter(host => text.includes(host)).map(host => `${file} names ${host}`)
      const resolved = file.endsWith('package-lock.json') && /"resolved": "https?:/.test(text)
      return resolved ? [...named, `${file} has addresses in "resolved"`] : named
    })
  },
}

// In pieces, or this file would name them.
function registryHosts(): string[] {
  const known = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['npm', 'pkg', 'github', 'com'],
  ].map(parts => parts.join('.'))
  return [...new Set([...known, ...configuredHost()])]
}

function configuredHost(): string[] {
  const configured = process.env.npm_config_registry
  return configured ? [new URL(configured).hostname].filter(host => host.includes('.')) : []
}

function committedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' })
  return listed
    .split('\0')
    .filter(file => file && statSync(join(project, file), { throwIfNoEntry: false })?.isFile())
}
