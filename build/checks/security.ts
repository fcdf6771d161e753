import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { project } from '../project.ts'
import type { Check } from './check.ts'
import { harmless, planted } from './security/planted.ts'
import { type Rule, rules } from './security/rules.ts'

type Source = readonly [file: string, text: string]

/** Every source keeps every rule of security. */
export const security: Check = {
  name: 'the rules of security',
  run() {
    const files = globSync('{shared,hub,renderer,electron}/**/*.{ts,tsx}', { cwd: project })
    const sources = files.map((file): Source => [file.replaceAll('\\', '/'), read(file)])
    return [...objections(sources), ...loosePins(read('package.json'))]
  },
}

export const securityCatchesViolations: Check = {
  name: 'the check of security catches what it should',
  run() {
    const missed = rules.flatMap(rule => missedOf(rule, planted[rule.name] ?? []))
    const wronged = harmless.flatMap(source => objections([source]).map(line => `wronged: ${line}`))
    const pins = ['^45.4.1', '~45.4.1', '>=45', '45.x', 'latest', '*'].filter(
      version => loosePins(JSON.stringify({ devDependencies: { electron: version } })).length === 0,
    )
    return [...missed, ...wronged, ...pins.map(version => `missed: electron ${version}`)]
  },
}

function missedOf(rule: Rule, sources: readonly Source[]): readonly string[] {
  if (sources.length === 0) return [`Nothing is planted for: ${rule.name}.`]
  return sources
    .filter(source => !objections([source]).some(line => line.endsWith(`: ${rule.name}`)))
    .map(([file, text]) => `missed by "${rule.name}": ${file}: ${text}`)
}

interface Found {
  readonly file: string
  readonly line: number
  readonly rule: Rule
}

function objections(sources: readonly Source[]): readonly string[] {
  const found = sources.flatMap(breaches)
  return rules.flatMap(rule => {
    const here = found.filter(each => each.rule === rule)
    const { once } = rule
    const at = once ? here.findIndex(({ file }) => once.test(file)) : -1
    return here.filter((_, place) => place !== at).map(({ file, line }) => `${file}:${line}: ${rule.name}`)
  })
}

function breaches([file, text]: Source): readonly Found[] {
  const applying = rules.filter(({ of }) => of.test(file))
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    for (const rule of applying) {
      if (!rule.breaks({ file, node })) continue
      found.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, rule })
    }
    node.forEachChild(visit)
  }
  visit(tree)
  return found
}

/** What is shipped is what was tested: every package in exactly one version. */
function loosePins(text: string): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Record<
    string,
    Record<string, string>
  >
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  return all
    .filter(([, version]) => !/^(npm:(@[^@]+|[^@]+)@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is ${version}, not one exact version.`)
}

const read = (file: string) => readFileSync(join(project, file), 'utf8')
