import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractFiles, stagedFiles } from '../../../hub/import/extract-files.ts'
import { anEmptyHub } from './support/a-hub.ts'
import { type Extract, filesOf, small } from './support/small-extract.ts'

// Regions and segments stop an import altogether; all others may be as dirty as they like.
const dirtyFiles = stagedFiles
  .map(({ name }) => name)
  .filter(name => name !== 'regions' && name !== 'segments')

const values = [
  '',
  ' ',
  'Y',
  'N',
  'G1',
  'P1',
  'R2',
  'C2',
  'Q1',
  'm1',
  'T9',
  '2026-02-30',
  'Closed',
  '\0',
  '=1+1',
  'é',
]

const dirt = fc.array(
  fc.record({
    file: fc.constantFrom(...dirtyFiles),
    row: fc.nat(9),
    column: fc.nat(30),
    value: fc.constantFrom(...values),
    how: fc.constantFrom('set', 'set', 'set', 'repeat', 'drop', 'cut', 'widen'),
  }),
  { maxLength: 12 },
)
type Dirt = typeof dirt extends fc.Arbitrary<readonly (infer Speck)[]> ? Speck : never

function soiled(extract: Extract, { file, row, column, value, how }: Dirt): Extract {
  const rows = [...extract[file]]
  const at = row % Math.max(1, rows.length)
  const name = extractFiles[file].columns[column % extractFiles[file].columns.length]?.name ?? ''
  if (how === 'set' && rows[at]) rows[at] = { ...rows[at], [name]: value }
  if (how === 'repeat') rows.push(...rows.slice(at, at + 1))
  if (how === 'drop') rows.splice(at, 1)
  return { ...extract, [file]: rows }
}

// Too few or too many values cannot be told with records, but with lines.
function torn(text: string, { row, how }: Dirt): string {
  const lines = text.split('\n')
  const at = 1 + (row % Math.max(1, lines.length - 2))
  if (how === 'cut') lines[at] = (lines[at] ?? '').replace(/,[^,]*$/, '')
  if (how === 'widen') lines[at] = `${lines[at]},more`
  return lines.join('\n')
}

// Each is imported on top of what the ones before it left.
const atMinute = (extract: Extract, minute: number): Extract => ({
  ...extract,
  manifest: extract.manifest.map(row => ({
    ...row,
    taken_at: new Date(Date.UTC(2026, 10, 20, 18, minute)).toISOString().replace('.000Z', 'Z'),
  })),
})

describe('IMP-1 whatever the dirt', () => {
  it('every row is imported, unchanged or an exception, and once more nothing changes', async () => {
    const hub = await anEmptyHub()
    let minute = 0
    await fc.assert(
      fc.asyncProperty(dirt, async specks => {
        const files: Record<string, string> = { ...filesOf(atMinute(specks.reduce(soiled, small), minute++)) }
        for (const speck of specks) files[`${speck.file}.csv`] = torn(files[`${speck.file}.csv`] ?? '', speck)
        const result = await hub.importFiles(files)
        const exceptions = await hub.report('exceptions')
        for (const counts of result.files) {
          const { file, rows, imported, unchanged, withoutValue } = counts
          expect(imported + unchanged + counts.exceptions).toBe(rows)
          expect(Math.min(imported, unchanged, counts.exceptions)).toBeGreaterThanOrEqual(0)
          const lines = new Set(exceptions.filter(row => row.file === file).map(({ line }) => line))
          expect(lines.size).toBe(counts.exceptions + withoutValue)
          const filled = (files[file] ?? '').split('\n').filter(line => line !== '')
          expect(rows).toBe(filled.length - 1)
        }
        const before = await hub.everything()
        expect((await hub.importFiles(files)).again).toBe(true)
        expect(await hub.everything()).toBe(before)
      }),
      { numRuns: 12 },
    )
  })
})
