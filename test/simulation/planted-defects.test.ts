import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
// One or two show each of them; more only where they are not found.
const SEEDS = 40

interface Defect {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Changes to the product, each of which loses or repeats something in silence. */
const defects: readonly Defect[] = [
  {
    name: 'a version that a pull skips',
    file: 'hub/pull/part.ts',
    from: 'since: snapshot.version,',
    to: 'since: snapshot.version + (snapshot.version % 3 === 0 ? 1 : 0),',
  },
  {
    name: 'a command that is done twice when it is sent twice',
    file: 'hub/push/decide-commands.ts',
    from: 'if (repeated) return',
    to: 'if (repeated && seq % 2 === 1) return',
  },
  {
    name: 'a revocation that does not reach the desk',
    file: 'renderer/replica/base.ts',
    from: 'cleared.has(bucket) || !granted.has(bucket)',
    to: 'cleared.has(bucket) || granted.size === 0',
  },
  {
    name: 'an outbox that is cleared when the push is answered',
    file: 'renderer/sync/push-once.ts',
    from: 'memory.hubSeq = last\n',
    to: 'memory.hubSeq = last\n      void stand.outbox.remove(batch.map(({ seq }) => seq))\n',
  },
  {
    name: 'a rebase that forgets the last command',
    file: 'renderer/replica/replica.ts',
    from: 'entries.filter(isPending), actor)',
    to: 'entries.filter(isPending).slice(0, -1), actor)',
  },
]

let copy: string

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'desk-defects-'))
  for (const folder of ['shared', 'hub', 'renderer', 'test']) {
    await cp(join(project, folder), join(copy, folder), { recursive: true })
  }
  await cp(join(project, 'package.json'), join(copy, 'package.json'))
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

describe('the simulation', () => {
  it('finds nothing in the product as it is', async () => {
    expect(await simulate(3)).toMatchObject({ code: 0 })
  }, 120_000)

  it.each(defects)(
    'finds $name',
    async ({ file, from, to }) => {
      const path = join(copy, file)
      const source = await readFile(path, 'utf8')
      expect(source.split(from)).toHaveLength(2)
      await writeFile(path, source.replace(from, to))
      try {
        const { code, said } = await simulate(SEEDS)
        expect(said).toMatch(/Seed \d+ diverged/)
        expect(code).toBe(1)
      } finally {
        await writeFile(path, source)
      }
    },
    120_000,
  )
})

function simulate(seeds: number): Promise<{ readonly code: number; readonly said: string }> {
  const args = [join(copy, 'test/simulation/main.ts'), '--seeds', String(seeds), '--steps', '200']
  return new Promise(done => {
    const child = execFile(process.execPath, args, { cwd: copy }, (_, said) => {
      done({ code: child.exitCode ?? -1, said: said.trim() })
    })
  })
}
