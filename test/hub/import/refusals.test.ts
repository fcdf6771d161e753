import { mkdir, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractFiles, fileNames } from '../../../hub/import/extract-files.ts'
import { anEmptyHub, type EmptyHub, folderOf, refusalOf } from './support/a-hub.ts'
import {
  change,
  type Extract,
  type Files,
  filesOf,
  later,
  type Row,
  small,
  without,
} from './support/small-extract.ts'

// What is refused changes nothing, so that one hub serves for all.
let hub: EmptyHub
let before: string
beforeAll(async () => {
  hub = await anEmptyHub()
  await hub.import(small)
  before = await hub.everything()
})

const next = filesOf(later(small))

/** The sentence with which a folder is refused, and that nothing has changed by it. */
async function refused(folder: string | Promise<string>): Promise<string> {
  const sentence = await refusalOf(hub.importFolder(await folder))
  expect(await hub.everything()).toBe(before)
  expect(sentence).not.toMatch(/\n|Client|Ann/)
  return sentence.replace(/ \/.*extract-\w+/, ' …')
}

const withFiles = (files: Readonly<Record<string, string | Buffer>>) => folderOf({ ...next, ...files })
const withExtract = (extract: Extract) => folderOf(filesOf(later(extract)))
const text = (name: keyof Files) => next[name] ?? ''

describe('IMP-7 an extract that is none stops before anything is written', () => {
  it('a folder that is not there, or is none of an extract', async () => {
    expect(await refused('/nowhere/at-all')).toBe(
      'There is no folder /nowhere/at-all, so nothing was imported.',
    )
    expect(await refused(folderOf({ 'readme.txt': 'hello' }))).toMatch(/^manifest.csv is missing/)
  })

  it.each(fileNames)('%s.csv missing', async name => {
    const folder = await withFiles({})
    await unlink(join(folder, `${name}.csv`))
    expect(await refused(folder)).toBe(`${name}.csv is missing from the folder, so nothing was imported.`)
  })

  it('a folder where a file should be', async () => {
    const folder = await withFiles({})
    await unlink(join(folder, 'post.csv'))
    await mkdir(join(folder, 'post.csv'))
    expect(await refused(folder)).toBe('post.csv is a folder, not a file, so nothing was imported.')
  })

  it.each(fileNames)('%s.csv without one of its columns, or with one twice', async name => {
    const columns = extractFiles[name].columns.map(column => column.name)
    const last = columns.at(-1) ?? ''
    const rest = text(`${name}.csv`).slice(columns.join(',').length)
    const header = (names: readonly string[]) => withFiles({ [`${name}.csv`]: names.join(',') + rest })
    expect(await refused(header([...columns.slice(0, -1), 'other']))).toBe(
      `${name}.csv has no column ${last}, so nothing was imported.`,
    )
    expect(await refused(header([...columns, ` ${last} `]))).toBe(
      `${name}.csv names the column ${last} twice, so nothing was imported.`,
    )
  })

  it('an empty file', async () => {
    expect(await refused(withFiles({ 'people.csv': '' }))).toBe(
      'people.csv has no header row, so nothing was imported.',
    )
  })

  it.each([
    ['Latin-1', Buffer.from('Si\xe2n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffSiân', 'utf16le')],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80])],
    ['a character that is cut', Buffer.from([0xe2, 0x82])],
  ])('bytes that are not UTF-8: %s', async (_, bytes) => {
    const people = Buffer.concat([Buffer.from(`${text('people.csv')}X1,,`), bytes])
    expect(await refused(withFiles({ 'people.csv': people }))).toBe(
      'people.csv, line 8: the bytes there are not UTF-8, so nothing was imported.',
    )
  })

  it('a quote that never closes, wherever it is opened', async () => {
    expect(await refused(withFiles({ 'post.csv': `${text('post.csv')}L2,"G1,x,y\nL3,` }))).toBe(
      'post.csv, line 3: a quote is opened in the row that starts there and never closed, so nothing was imported.',
    )
    const swallowing = `${text('post.csv')}L2,"G1,2026-01-01,x,Open\nL3,G1,2026-01-01,"a, b",Open\n`
    expect(await refused(withFiles({ 'post.csv': swallowing }))).toMatch(/^post.csv, line 3: a quote stands/)
  })

  it('a gigabyte in one field, at once', async () => {
    const folder = await withFiles({})
    for (const opening of ['L2,"', 'L2,']) {
      const file = join(folder, 'post.csv')
      await writeFile(file, text('post.csv') + opening)
      // Filled with NUL, and not written at all where the file system can do without.
      await truncate(file, 1 << 30)
      const started = performance.now()
      expect(await refused(folder)).toMatch(
        /^post.csv, line 3: the row that starts there is longer than 1 MB/,
      )
      expect(performance.now() - started).toBeLessThan(5000)
    }
  })

  it.each([
    ['none', []],
    ['two rows', [...small.manifest, ...small.manifest]],
    ['no time', [{ ...small.manifest[0], taken_at: '' }]],
    ['a time that does not exist', [{ ...small.manifest[0], taken_at: '2026-02-30T18:00:00Z' }]],
    ['a BOM of a day to come (BOM-5)', [{ ...small.manifest[0], bom_effective_from: '2026-11-21' }]],
    ['no date of the BOM', [{ ...small.manifest[0], bom_effective_from: 'soon' }]],
  ] as const)('a faulty manifest: %s', async (_, manifest) => {
    expect(await refused(folderOf(filesOf({ ...small, manifest: manifest as readonly Row[] })))).toMatch(
      /^manifest.csv/,
    )
  })

  it.each([
    ['regions', 'North', { country: 'FR' }, 'regions.csv, line 2: country is not one of GB, NI'],
    ['regions', 'North', { postcode_prefixes: '' }, 'regions.csv, line 2: postcode_prefixes is empty'],
    ['regions', 'North', { postcode_prefixes: 'M;LONDON' }, 'regions.csv, line 2: postcode_prefixes is not'],
    [
      'segments',
      'FS_GB_ENFMT_OOO_ELC',
      { rank: '13' },
      'segments.csv, line 4: rank is not a rank from 1 to 12',
    ],
    ['segments', 'FS_GB_ENFMT_OOO_ELC', { rank: '' }, 'segments.csv, line 4: rank is empty'],
    ['segments', 'FS_GB_ENFMT_OOO_ELC', { non_uk: 'maybe' }, 'segments.csv, line 4: non_uk is not'],
    ['segments', 'FS_GB_ENFMT_OOO_FIU', { rank: '9' }, 'segments.csv, line 9: rank is for case-owning'],
    [
      'segments',
      'FS_GB_ENFMT_OOO_ELC',
      { income_sources: 'employed;lottery' },
      'segments.csv, line 4: income_sources',
    ],
    [
      'segments',
      'FS_GB_ENFMT_OOO_ELC',
      { segment_name: 'FS_GB_ELC' },
      'The segment name FS_GB_ELC cannot be read',
    ],
    [
      'segments',
      'FS_GB_ENFMT_OOO_ELC',
      { rank: '11' },
      'In North two segments of rank 11 (Maintenance Service) take every income source',
    ],
    [
      'segments',
      'FS_NI_MAINT_OOO_MSR',
      { rank: '10' },
      'Northern Ireland has no segment of rank 11 (Maintenance Service)',
    ],
    [
      'regions',
      'South',
      { postcode_prefixes: 'TN;CH' },
      'The postcode prefix CH is owned by North and by South',
    ],
    ['regions', 'South', { postcode_prefixes: 'TN;BT9' }, 'The region South is in GB, and BT9 is not'],
  ] as const)('%s, %s: %j', async (file, key, values, sentence) => {
    expect(await refused(withExtract(change(small, file, key, values)))).toContain(sentence)
  })

  it('a segment that is listed twice', async () => {
    const twice = { ...small, segments: [...small.segments, ...small.segments.slice(0, 1)] }
    expect(await refused(withExtract(twice))).toMatch(
      /^segments.csv, line 10: An earlier row, line 2, has this key/,
    )
  })
})

describe('the ways an extract may be written', () => {
  const shuffled = (eol: string, mark: string) => {
    const files = Object.entries(filesOf(later(small), eol)).map(([name, all]) => {
      const rows = all.split(eol).filter(row => row !== '')
      const turned = rows.map((row, n) =>
        [n === 0 ? 'toString,constructor,__proto__,x,x' : ',"a,\r\nb",,,', ...row.split(',').reverse()].join(
          ',',
        ),
      )
      return [name, mark + turned.join(eol) + eol] as const
    })
    return Object.fromEntries(files)
  }

  it.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\ufeff'],
  ])('columns in any order, unknown and hostile ones among them, with %s', async (_, eol, mark) => {
    const other = await anEmptyHub()
    await other.import(small)
    await other.importFiles(shuffled(eol, mark))
    expect(await other.exceptions()).toEqual([])
    expect(await other.group('G1')).toEqual(await hub.group('G1'))
    const { again } = await other.import(later(small))
    expect(again).toBe(true)
  })

  it('no row at all in a file that may be empty', async () => {
    const other = await anEmptyHub()
    await other.import(without(small, 'post', 'L1'))
    expect(await other.exceptions()).toEqual([])
  })
})
