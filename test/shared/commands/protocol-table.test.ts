import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { commands } from '../../../shared/commands/commands.ts'

const protocol = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')

/** What the table says of each command, a row of which may name several. */
function tableOf(): ReadonlyMap<string, string> {
  const [, table = ''] = protocol.split('| name | args | saw |\n')
  const [rows = ''] = table.split('\n\n')
  return new Map(
    rows.split('\n').flatMap(row => {
      const [, names = '', ...told] = row.split('|')
      return [...names.matchAll(/`([a-z0-9-]+)`/g)].map(([, name = '']) => [name, told.join('|')] as const)
    }),
  )
}

const keysOf = (schema: z.ZodType): readonly string[] => Object.keys(Object(schema).shape ?? {})

const table = tableOf()

describe('the table of commands in docs/protocol.md', () => {
  it('names each command that there is, and none that is not', () => {
    const names = commands.map(({ name }) => String(name))
    expect([...table.keys()].filter(name => name !== '---').sort()).toEqual(names.sort())
  })

  it.each(commands.map(({ name, args, saw }) => [name, [...keysOf(args), ...keysOf(saw)]] as const))(
    'names what %s is asked with',
    (name, keys) => {
      const told = table.get(name) ?? ''
      // `…` is said once for all steps of an incident, and what some were answered where they fill in; a question without a case has the fields of one with a case.
      const elsewhere = told.includes('…') ? ['masterCaseNumber', 'incident', 'answers'] : []
      const row = `${told}${told.includes('as `ask-advice`') ? table.get('ask-advice') : ''}`
      expect(keys.filter(key => !elsewhere.includes(key) && !row.includes(`"${key}"`))).toEqual([])
    },
  )
})
