import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyDir } from './reading.ts'

const entry = resolve(import.meta.dirname, '../../../hub/sample/main.ts')

function sample(args: string[], cwd: string) {
  return spawnSync(process.execPath, [entry, ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: cwd },
  })
}

describe('npm run sample', () => {
  test('writes into a folder beside the person who asks', async () => {
    const cwd = await emptyDir()
    const result = sample(['--groups', '30', '--seed', '2', '--out', 'here/extract'], cwd)
    expect(result.status).toBe(0)
    expect(result.stdout).toMatch(/^Wrote 30 case groups to .*extract in [\d.]+ s\.\n$/)
    expect(existsSync(join(cwd, 'here/extract/post.csv'))).toBe(true)
  })

  test.for([
    ['nothing', []],
    ['no folder', ['--groups', '10', '--seed', '1']],
    ['no number of groups', ['--seed', '1', '--out', 'x']],
    ['a number that is none', ['--groups', 'many', '--out', 'x']],
    ['more regions than there are', ['--groups', '10', '--out', 'x', '--regions', '13']],
    ['a time that is none', ['--groups', '10', '--out', 'x', '--taken-at', '2026-02-30T10:00:00Z']],
    ['an unknown option', ['--groups', '10', '--out', 'x', '--rows', '3']],
    ['a stray word', ['--groups', '10', '--out', 'x', 'more']],
  ] as const)('refuses %s with a sentence and status 2', async ([, args]) => {
    const result = sample([...args], await emptyDir())
    expect(result.status).toBe(2)
    expect(result.stdout).toBe('')
    expect(result.stderr.trim()).toContain('use npm run sample')
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('says in a sentence that it cannot write there', () => {
    const result = sample(['--groups', '10', '--out', '/dev/null/extract'], '/')
    expect(result.status).toBe(1)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  })
})
