import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { project } from '../../build/project.ts'

/** The rules that are built, by family; a rule that is built from now on gets its number here first. */
const rules: ReadonlySet<string> = new Set(
  Object.entries({
    BOM: [1, 5],
    ALLOC: [1, 13],
    LOCK: [1, 12],
    RTS: [1, 8],
    ORPH: [1, 5],
    TEAM: [1, 3],
    SR: [1, 7],
    ACC: [1, 6],
    IMP: [1, 9],
    INC: [1, 18],
    ADV: [1, 5],
  })
    .flatMap(([family, [from = 0, to = 0]]) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${family}-${from + at}`),
    )
    .concat('ORPH-7'),
)

/** What a test or a group of tests is called, `.each(…)` and a title on a line of its own too. */
const title = /(?:\b(?:describe|it|test)(?:\.\w+)*|\))\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g
const rule = /\b[A-Z]{2,5}-\d+\b/g

function named(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of globSync('test/**/*.{test,spec}.{ts,tsx}', { cwd: project })) {
    for (const [, quoted, template] of readFileSync(join(project, file), 'utf8').matchAll(title))
      for (const [id] of (quoted ?? template ?? '').matchAll(rule)) found.set(id, file)
  }
  return found
}

describe('the rules of the domain', () => {
  const found = named()

  it('are each named by the title of a test', () => {
    expect([...rules].filter(id => !found.has(id))).toEqual([])
  })

  it('are the only ones of their families that a title names', () => {
    const families = new Set([...rules].map(id => id.split('-')[0]))
    const others = [...found].filter(([id]) => families.has(id.split('-')[0]) && !rules.has(id))
    expect(others).toEqual([])
  })
})
