import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { project } from '../project.ts'
import type { Check } from './check.ts'

const folders = ['shared', 'hub', 'renderer', 'electron', 'build', 'test']

/** Which folders a folder may import besides itself; `shared` may import two packages and nothing of Node. */
const rules: IForbiddenRuleType[] = [
  reach('shared', ['node_modules/(zod|temporal-polyfill|temporal-spec)/']),
  reach('hub', ['shared/', 'node_modules/'], ['core']),
  reach('renderer', ['shared/', 'node_modules/', 'electron/contract.ts$']),
  reach('electron', ['shared/', 'node_modules/'], ['core']),
  {
    name: 'renderer takes only types from electron',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: '^electron/', dependencyTypesNot: ['type-only'] },
  },
  { name: 'nobody imports test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  {
    name: 'no cycles',
    severity: 'error',
    from: {},
    // Types are gone at run time: two that name each other are no cycle.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'every import is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
]

function reach(folder: string, allowed: string[], allowedTypes: 'core'[] = []): IForbiddenRuleType {
  return {
    name: `reach of ${folder}`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: {
      pathNot: [`^${folder}/`, ...allowed.map(path => `(^|/)${path}`)],
      dependencyTypesNot: allowedTypes,
      couldNotResolve: false,
    },
  }
}

export const layers: Check = {
  name: 'layers',
  async run() {
    const result = await examine(project, folders)
    return result.summary.totalCruised > 0 ? violations(result) : ['No module was examined.']
  },
}

/** One violation of every rule, and one import of each sort that is allowed. */
const planted: Record<string, string> = {
  'shared/a.ts': "import '../hub/fine.ts'",
  'shared/b.ts': "import 'node:fs'",
  'shared/fine.ts': 'export type Fine = 1\nexport const fine = 1',
  'hub/a.ts': "import '../renderer/fine.tsx'",
  'hub/b.ts': "import '../test/fine.ts'",
  'hub/fine.ts': "import 'node:fs'\nimport '../shared/fine.ts'",
  'renderer/a.ts': "import '../hub/fine.ts'",
  'renderer/b.ts': "import 'node:fs'",
  'renderer/fine.tsx': "import { fine } from '../shared/fine.ts'\nexport const view = <p>{fine}</p>",
  'renderer/c.ts': "import { value } from '../electron/contract.ts'\nexport const used = value",
  'renderer/d.ts': "import type { Window } from '../electron/fine.ts'\nexport type Used = Window",
  'renderer/types-fine.ts':
    "import type { Contract } from '../electron/contract.ts'\nexport type Used = Contract",
  'electron/contract.ts': 'export type Contract = 1\nexport const value = 1',
  'electron/a.ts': "import '../renderer/fine.tsx'",
  'electron/b.ts': "import '../hub/fine.ts'",
  'electron/fine.ts': "import 'node:fs'\nexport type Window = 1",
  'build/a.ts': "import './z-fine.ts'",
  'buil./z-fine.ts': "import './a.ts'",
  'build/b.ts': "import './missing.ts'",
  'test/fine.ts': "import '../hub/fine.ts'\nimport '../renderer/fine.tsx'",
}

export const layersCatchViolations: Check = {
  name: 'the check of layers catches what it should',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'desk-layers-'))
    try {
      for (const [file, source] of Object.entries(planted)) plant(join(folder, file), source)
      const found = new Set(violations(await examine(folder, folders)).map(line => line.split(' ')[0]))
      return Object.keys(planted).flatMap(file => {
        if (found.has(file) === /fine|contract/.test(file))
          return [`${file} was ${found.has(file) ? 'wronged' : 'missed'}`]
        return []
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function plant(file: string, source: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
}

async function examine(baseDir: string, roots: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(roots, {
    baseDir,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    validate: true,
    ruleSet: { forbidden: rules },
  })
  return output as ICruiseResult
}

function violations(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ from, to, rule }) => `${from} imports ${to}: ${rule.name}`)
}
