import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

interface Defect {
  readonly file: string
  readonly without: string | RegExp
  readonly put?: string
  /** The unit test that must notice. */
  readonly noticed: string
}

// What an attacker would wish to be gone, one at a time.
const defects: Readonly<Record<string, Defect>> = {
  'the sender check': {
    file: 'electron/ipc.ts',
    without: "if (!isFromPage(event)) return failed('foreign-sender')",
    noticed: 'ipc.test.ts',
  },
  'the check of arguments': {
    file: 'electron/ipc.ts',
    without: "if (!args.success) return failed('bad-arguments')",
    noticed: 'ipc.test.ts',
  },
  'the content security policy': {
    file: 'electron/scheme.ts',
    without: "'content-security-policy': contentSecurityPolicy,",
    noticed: 'scheme.test.ts',
  },
  'the isolated world': {
    file: 'electron/window.ts',
    without: /contextIsolation: true,(?=\n {2}sandbox: true,)/,
    put: 'contextIsolation: false,',
    noticed: 'window.test.ts',
  },
  'the sandbox': {
    file: 'electron/window.ts',
    without: /sandbox: true,(?=\n {2}nodeIntegration: false,)/,
    put: 'sandbox: false,',
    noticed: 'window.test.ts',
  },
  'the navigation guard': {
    file: 'electron/navigation.ts',
    without: /contents\.on\('will-navigate'.*\n/,
    noticed: 'navigation.test.ts',
  },
  'the guard of new windows': {
    file: 'electron/navigation.ts',
    without: "'deny'",
    put: "'allow'",
    noticed: 'navigation.test.ts',
  },
  'the list of permissions': {
    file: 'electron/permissions.ts',
    without: / && granted\.includes\(permission\)/g,
    noticed: 'permissions.test.ts',
  },
  'the end of the page’s network': {
    file: 'electron/no-network.ts',
    without: 'cancel: !isInside(url)',
    put: 'cancel: false',
    noticed: 'no-network.test.ts',
  },
  'the end of datagrams from page to page': {
    file: 'electron/no-peers.ts',
    without: 'disable_non_proxied_udp',
    put: 'default',
    noticed: 'no-peers.test.ts',
  },
  'the list of those that Windows vouches to': {
    file: 'electron/no-credentials.ts',
    without: "session.allowNTLMCredentialsForDomains('nobody.invalid')",
    noticed: 'no-credentials.test.ts',
  },
  'the refusal to be led elsewhere': {
    file: 'electron/hub-transport.ts',
    without: "redirect: 'error'",
    put: "redirect: 'follow'",
    noticed: 'hub-transport.test.ts',
  },
  'the patience with a reply that comes': {
    file: 'electron/hub-transport.ts',
    without: 'heard: () => timer.refresh()',
    put: 'heard: () => {}',
    noticed: 'hub-transport.test.ts',
  },
  'the one origin that is opened outside': {
    file: 'electron/browser-opener.ts',
    without: ' && its === origin',
    noticed: 'browser-opener.test.ts',
  },
  'the end of a lease': {
    file: 'electron/person.ts',
    without: 'await endLeases(device, store, time)',
    noticed: 'identity-keys.test.ts',
  },
  'the destruction of keys': {
    file: 'electron/identity.ts',
    without: 'wipeKeys(key, store)',
    put: 'Promise.resolve()',
    noticed: 'identity-keys.test.ts',
  },
}

const CONTROL = 'nothing'
let folder: string
let failures: ReadonlyMap<string, number>

/** A copy of what the unit tests of the main process stand on. */
async function copyOf(name: string, defect?: Defect): Promise<void> {
  const place = join(folder, name.replaceAll(' ', '-'))
  for (const part of ['electron', 'shared', 'test/electron', 'test/electron-stand-in'])
    await cp(join(project, part), join(place, part), { recursive: true })
  for (const file of ['tsconfig.base.json', 'test/policy-breaches.ts'])
    await cp(join(project, file), join(place, file))
  if (!defect) return
  const path = join(place, defect.file)
  const before = await readFile(path, 'utf8')
  const after = before.replace(defect.without, defect.put ?? '')
  expect(after, `${name} is not where it was`).not.toBe(before)
  await writeFile(path, after)
}

/** Runs the tests of all copies at once; how many failed in each. */
async function run(): Promise<ReadonlyMap<string, number>> {
  const noticing = [...new Set(Object.values(defects).map(({ noticed }) => noticed))]
  const files = [
    ...Object.entries(defects).map(
      ([name, { noticed }]) => `${name.replaceAll(' ', '-')}/test/electron/${noticed}`,
    ),
    ...noticing.map(file => `${CONTROL}/test/electron/${file}`),
  ]
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  const report = join(folder, 'report.json')
  const args = [vitest, 'run', '--root', folder, '--config', join(folder, 'vitest.config.mjs')]
  await new Promise<void>(done =>
    execFile(
      process.execPath,
      [...args, '--reporter=json', '--outputFile', report, ...files],
      { cwd: folder },
      () => done(),
    ),
  )
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as {
    testResults: readonly { name: string; message: string; assertionResults: readonly { status: string }[] }[]
  }
  const counts = new Map<string, number>()
  for (const { name, message, assertionResults } of testResults) {
    const copy = name.slice(folder.length + 1).split('/')[0] ?? ''
    // A file that does not even load has no results: that is no test that noticed.
    expect(assertionResults.length, `${name}: ${message}`).toBeGreaterThan(0)
    const failed = assertionResults.filter(({ status }) => status === 'failed').length
    counts.set(copy, (counts.get(copy) ?? 0) + failed)
  }
  return counts
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-guards-'))
  await mkdir(folder, { recursive: true })
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default { test: { include: ["**/*.test.ts"] } }')
  await Promise.all([
    copyOf(CONTROL),
    ...Object.entries(defects).map(([name, defect]) => copyOf(name, defect)),
  ])
  failures = await run()
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a guard that is removed', () => {
  it('is missed by nothing where nothing was removed', () => {
    expect(failures.get(CONTROL)).toBe(0)
  })

  it.each(Object.keys(defects))('is missed: %s', name => {
    expect(failures.get(name.replaceAll(' ', '-'))).toBeGreaterThan(0)
  })
})
