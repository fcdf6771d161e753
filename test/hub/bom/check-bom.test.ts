import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultsAsText, summaryAsText } from '../../../hub/bom/bom-as-text.ts'
import { checkBom } from '../../../hub/bom/check-bom.ts'
import { Refusal } from '../../../hub/import/refusal.ts'
import { fixtures } from '../import/expected.ts'
import { anEmptyHub, type EmptyHub, folderOf } from '../import/support/a-hub.ts'
import {
  add,
  change,
  type Extract,
  filesOf,
  type Row,
  small,
  without,
} from '../import/support/small-extract.ts'

const check = async (extract: Extract) => checkBom(await folderOf(filesOf(extract)))
const faults = async (extract: Extract) =>
  faultsAsText(await check(extract))
    .split('\n')
    .slice(0, -1)
async function summary(extract: Extract): Promise<string> {
  const found = await check(extract)
  if (!found.summary) throw new Error(faultsAsText(found))
  return summaryAsText(found, found.summary)
}

const led: Extract = add(small, 'users', {
  ...small.users[0],
  staff_number: 'lead',
  roles: 'team-leader',
  team_id: 'M1',
})

describe('BOM-4 and BOM-5 everything that is wrong is said, with its place', () => {
  it('names, gaps, clashes and rows at once', async () => {
    let bad = change(small, 'segments', 'FS_GB_ENFMT_OOO_ELC', { segment_name: 'FS_GB_elc_X' })
    bad = change(bad, 'segments', 'FS_NI_MAINT_OOO_MSR', { rank: '10' })
    bad = change(bad, 'segments', 'FS_GB_OPPTS_OOO_APPL', { regions: 'North' })
    bad = add(bad, 'segments', { ...small.segments[3], segment_name: 'FS_GB_MAINT_OOO_TWO', non_uk: '' })
    bad = change(bad, 'regions', 'South', { postcode_prefixes: 'TN;CH;BT9' })
    expect(await faults(bad)).toEqual([
      'segments.csv, line 4: The segment name FS_GB_elc_X cannot be read: its part 3, “elc”, is not of capital letters and digits only.',
      'regions.csv, line 3: The postcode prefix CH is owned by North and by South.',
      'regions.csv, line 3: The region South is in GB, and BT9 is not.',
      'Northern Ireland has no segment of rank 11 (Maintenance Service), so its case groups could have nowhere to go.',
      'segments.csv, line 10: In North two segments of rank 11 (Maintenance Service) take every income source: FS_GB_MAINT_OOO_MSR and FS_GB_MAINT_OOO_TWO.',
      'segments.csv, line 10: In South two segments of rank 11 (Maintenance Service) take every income source: FS_GB_MAINT_OOO_MSR and FS_GB_MAINT_OOO_TWO.',
      'regions.csv, line 3: In South no segment is of rank 12 (Application Service), which other regions of Great Britain have.',
    ])
  })

  it('a country that is missing altogether', async () => {
    const british = {
      ...small,
      regions: small.regions.filter(({ country }) => country === 'GB'),
      segments: small.segments.filter(({ country }) => country === 'GB'),
    }
    expect(await faults(british)).toHaveLength(3)
    expect((await faults(british)).join()).toMatch(/^Northern Ireland has no segment of rank 1 \(/)
  })

  it('faulty rows come first, and what is judged without them says so', async () => {
    let bad = change(small, 'segments', 'FS_GB_ENFMT_OOO_ELC', { rank: '13', kind: 'both' })
    bad = change(bad, 'segments', 'FS_NI_CCLNT_OOO_SCR', { rank: '' })
    bad = add(bad, 'regions', small.regions[0] as Row)
    bad = change(bad, 'manifest', small.manifest[0]?.taken_at ?? '', {
      source: '',
      bom_effective_from: 'soon',
    })
    expect(await faults(bad)).toEqual([
      'manifest.csv, line 2: source is empty, and it must not be.',
      'manifest.csv, line 2: bom_effective_from is not a date that exists, written YYYY-MM-DD.',
      'regions.csv, line 5: An earlier row, line 2, has this key already.',
      'segments.csv, line 3: rank is empty, and a case-owning segment must have one.',
      'segments.csv, line 4: kind is not one of case-owning, functionally-unique.',
      'What follows is judged without the rows above, so that a gap may be theirs.',
      'Northern Ireland has no segment of rank 1 (Special Client Records), so its case groups could have nowhere to go.',
    ])
  })

  it('IMP-7 files that cannot be read, all of them', async () => {
    const folder = await folderOf({
      ...filesOf(small),
      'segments.csv': 'rank\n',
      'teams.csv': Buffer.from([0xff]),
      'users.csv': 'a,"',
    })
    await unlink(join(folder, 'manifest.csv'))
    expect(faultsAsText(await checkBom(folder)).split('\n')).toEqual([
      'manifest.csv is missing from the folder.',
      'segments.csv has no column segment_name.',
      'teams.csv, line 1: the bytes there are not UTF-8.',
      'users.csv, line 1: a quote is opened in the row that starts there and never closed.',
      '',
    ])
    await expect(checkBom('/nowhere')).rejects.toThrow(
      new Refusal('There is no folder /nowhere, so nothing was checked.'),
    )
  })
})

describe('BOM-5 a BOM that can be used is summed up in plain words', () => {
  it('which ranks a country lacks, and what becomes of those groups', async () => {
    expect(await summary(small)).toContain(
      '  7. Great Britain has no Complex Case segment: those case groups go to the next rank that holds.\n',
    )
    expect(await summary(small)).toContain('  9. Northern Ireland has no Enforcement Local Centre segment')
    expect(await summary(small)).not.toMatch(/has no (Special|Maintenance|Application)/)
  })

  it('ALLOC-3 who takes which regions and income sources', async () => {
    const split = add(small, 'segments', {
      ...small.segments[3],
      segment_name: 'FS_GB_MAINT_NO_SE',
      description: 'Self Employed North',
      regions: 'North',
      income_sources: 'self-employed',
      non_uk: '',
    })
    const said = await summary(split)
    expect(said).toContain('Self Employed North (FS_GB_MAINT_NO_SE): North, income source self-employed\n')
    expect(said).toContain(
      'FS_GB_MAINT_OOO_MSR (FS_GB_MAINT_OOO_MSR): North, income sources employed, benefits, unearned and none known; ' +
        'South; paying parents outside the United Kingdom\n',
    )
  })

  it('ALLOC-8 who takes paying parents outside the UK, and where nobody does', async () => {
    const said = await summary(small)
    expect(said).toContain('  11. Maintenance Service: FS_GB_MAINT_OOO_MSR (FS_GB_MAINT_OOO_MSR)\n')
    expect(said).toContain(
      '  9. Enforcement Local Centre: no segment takes them, so they stay where they are, flagged\n',
    )
    expect(said).not.toContain('  7. Complex Case: no segment')
  })

  it('TEAM-3 segments without a team and teams without an active leader', async () => {
    const said = await summary(led)
    expect(said).toContain('3 segments without a team')
    expect(said).toContain('  FS_NI_CCLNT_OOO_SCR (FS_NI_CCLNT_OOO_SCR)\n')
    expect(said).toContain('5 teams without an active team leader')
    expect(said).not.toContain('Team M1 (M1)')
    const gone = change(led, 'users', 'lead', { access: 'removed' })
    expect(await summary(gone)).toContain('  Team M1 (M1) of FS_GB_MAINT_OOO_MSR\n')
  })

  it('the extract that the tests share', async () => {
    const { summary: found, exceptions } = await checkBom(join(fixtures, 'extract'))
    expect(exceptions).toEqual([])
    expect(found?.countries.map(({ country, ranks }) => [country, ranks.length])).toEqual([
      ['GB', 12],
      ['NI', 12],
    ])
    expect(found?.outsideUk.filter(({ segment }) => segment === null).map(({ rank }) => rank)).toEqual([
      8, 10,
    ])
  })
})

describe('import and bom check give one answer', () => {
  let hub: EmptyHub
  beforeAll(async () => {
    hub = await anEmptyHub()
  })

  const cell = <Value extends string>(...values: readonly Value[]) => fc.constantFrom(...values)
  const segmentChange = fc.record(
    {
      segment_name: cell('FS_GB_MAINT_OOO_MSR', 'FS_GB_MAINT_NO_MSR', 'FS_NI_OPPTS_OOO_TWO', 'FS_GB_X', ''),
      kind: cell('case-owning', 'functionally-unique', 'both'),
      rank: cell('', '1', '9', '11', '12', '13'),
      country: cell('GB', 'NI', ''),
      regions: cell('', 'North', 'South', 'North;South', 'Ulster', 'Nowhere'),
      income_sources: cell('', 'self-employed', 'employed;benefits;unearned;none', 'lottery'),
      non_uk: cell('', 'Y', 'N', '?'),
    },
    { requiredKeys: [] },
  )
  const regionChange = fc.record(
    {
      region: cell('North', 'West', 'Ulster', ''),
      country: cell('GB', 'NI'),
      postcode_prefixes: cell('M', 'TN', 'BT', 'BT;M', 'nowhere', 'EX;PL'),
    },
    { requiredKeys: [] },
  )
  const row = (rows: readonly Row[]) => fc.nat({ max: rows.length - 1 })
  const edit = fc.oneof(
    fc.record({ file: fc.constant('segments' as const), at: row(small.segments), values: segmentChange }),
    fc.record({ file: fc.constant('regions' as const), at: row(small.regions), values: regionChange }),
  )
  const act = fc.tuple(cell('change', 'change', 'add', 'drop'), edit)

  const applied = (
    extract: Extract,
    [how, { file, at, values }]: readonly [
      string,
      { file: 'segments' | 'regions'; at: number; values: object },
    ],
  ): Extract => {
    const rows = [...extract[file]]
    const before = rows[at % rows.length]
    if (how === 'drop') rows.splice(at % rows.length, 1)
    else if (how === 'add') rows.push({ ...before, ...values } as Row)
    else rows[at % rows.length] = { ...before, ...values } as Row
    return { ...extract, [file]: rows }
  }

  it('BOM-5 what the check accepts is imported, and what it refuses is refused', {
    timeout: 120_000,
  }, async () => {
    let second = 0
    const answers = { taken: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 2 }), async acts => {
        second++
        const taken_at = new Date(Date.UTC(2026, 10, 20, 18, 0, second)).toISOString().replace('.000', '')
        const extract = acts.reduce(applied, {
          ...small,
          manifest: [{ ...small.manifest[0], taken_at } as Row],
        })
        const folder = await folderOf(filesOf(extract))
        const { summary: usable } = await checkBom(folder)
        const imported = await hub.importFolder(folder).then(
          () => true,
          problem => {
            if (problem instanceof Refusal) return false
            throw problem
          },
        )
        answers[imported ? 'taken' : 'refused']++
        expect(usable !== null).toBe(imported)
      }),
      { numRuns: 60 },
    )
    expect(Math.min(answers.taken, answers.refused)).toBeGreaterThan(5)
  })

  it('IMP-2 and IMP-3 rows of teams and users are the exceptions that the import makes of them', async () => {
    let bad = change(small, 'teams', 'M2', { segment_name: 'FS_GB_NO_SUCH' })
    bad = change(bad, 'users', 'm2', { team_id: 'M2', moved_on: 'soon' })
    bad = change(bad, 'users', 'e1', { roles: 'king', access: '', team_id: 'nowhere' })
    bad = add(bad, 'users', small.users[0] as Row, { ...small.users[0], staff_number: 'm9', team_id: 'Z' })
    bad = without(bad, 'teams', 'F1')
    const other = await anEmptyHub()
    await other.import(bad)
    const known = (await other.report('exceptions')).filter(({ file }) => /teams|users/.test(String(file)))
    const { exceptions } = await check(bad)
    expect(exceptions.map(({ file, line }) => `${file} ${line}`).sort()).toEqual(
      known.map(({ file, line }) => `${file} ${line}`).sort(),
    )
    expect(exceptions.length).toBeGreaterThan(5)
  })
})
