import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { project } from '../project.ts'
import type { Check } from './check.ts'

/** What gives another answer at another time, by its text in the source. */
const impure = new Set(['Date.now', 'Math.random', 'Temporal.Now'])

export const purity: Check = {
  name: 'shared/ reads no clock and no dice',
  run() {
    const files = globSync('shared/**/*.ts', { cwd: project })
    if (files.length === 0) return ['There are no files in shared/.']
    return files.flatMap(file => impurities(file, readFileSync(join(project, file), 'utf8')))
  },
}

export const purityCatchesViolations: Check = {
  name: 'the check of purity catches what it should',
  run() {
    const planted = [
      'Date.now()',
      'new Date()',
      'Date()',
      'Math.random()',
      'Temporal.Now.instant()',
      "Math['random']()",
    ]
    const missed = planted.filter(source => impurities('planted.ts', source).length !== 1)
    const harmless = ["new Date('2026-01-05')", 'Math.max(1, 2)', "const text = 'Date.now()'"]
    const wronged = harmless.filter(source => impurities('planted.ts', source).length !== 0)
    return [...missed.map(source => `missed: ${source}`), ...wronged.map(source => `wronged: ${source}`)]
  },
}

function impurities(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isImpure(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1}: ${node.getText()}: take the time and the ids from the context.`)
    }
    node.forEachChild(visit)
  }
  visit(tree)
  return found
}

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return impure.has(`${node.expression.getText()}.${node.name.text}`)
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return impure.has(`${node.expression.getText()}.${node.argumentExpression.text}`)
  }
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  return ts.isCallExpression(node) && node.expression.getText() === 'Date'
}
