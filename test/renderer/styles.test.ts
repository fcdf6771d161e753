import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')

it('every style sheet is in the one list that the desk and the page of the tests take', () => {
  const list = readFileSync(join(renderer, 'styles.ts'), 'utf8')
  const taken = [...list.matchAll(/'\.\/styles\/(.+\.css)'/g)].map(([, name]) => name)
  expect(taken.sort()).toEqual(readdirSync(join(renderer, 'styles')).sort())
})
