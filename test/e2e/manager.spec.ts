import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { csvWriter } from '../../hub/sample/csv-writer.ts'
import { fieldsOf, readTables } from '../../hub/sample/table-files.ts'
import { type Row, tables } from '../../hub/sample/tables.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { barriers, goTo, pane, rowOf, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { savedFile } from './saved-file.ts'
import { test } from './test.ts'

// A segment manager after the night's import: what belongs elsewhere is moved, what differs is settled, what is ours is
// carried into CMS2012, and the extract that agrees empties the list.

const MANAGER = '79076459'
const NEXT = resolve(import.meta.dirname, '../fixtures/extract-next')

const room = aRoom()

test('IMP-8 and IMP-6: drift applied to many, differences settled each way, carried, and gone with the extract that agrees', async ({
  browser,
}) => {
  await room.hub.import(NEXT)
  const page = await room.sit(browser, MANAGER)
  await goTo(page, 'Allocation drift')
  await moveAll(page)
  await goTo(page, 'Differences')
  await expect(title(page)).toHaveText(/: 4 to settle, 2 moved while locked$/)
  const [kept, taken] = [await settleFirst(page, 0), await settleFirst(page, 1)]
  await expect(title(page)).toHaveText(/: 2 to settle, 2 moved while locked, 1 to carry$/)
  await expect(rowOf(page, kept)).toBeVisible()
  await expect(rowOf(page, taken)).toBeHidden()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('checkbox', { name: /^To carry to CMS2012/ }).check()
  expect(await csvOf(page)).toContain(kept)

  const agreed = await anExtractThatAgrees()
  await room.hub.import(agreed)
  await rm(agreed, { recursive: true })
  await expect(title(page)).toHaveText(/: 2 moved while locked$/, { timeout: 30_000 })
})

/** All that belongs elsewhere and is not held by a lock; each lands where it belongs. */
async function moveAll(page: Page): Promise<void> {
  await expect(title(page)).toHaveText(/: 8 belong elsewhere, 5 held by a lock$/)
  await page.getByRole('grid').focus()
  for (const key of ['Home', 'x', ...Array<string>(7).fill('J'), 'p']) await page.keyboard.press(key)
  await pane(page).getByRole('button', { name: 'Move 8 case groups' }).click()
  await expect(pane(page).getByRole('status')).toHaveText('8 done.')
  await expect(title(page)).toHaveText(/: 0 belong elsewhere, 5 held by a lock$/)
}

/** The first difference, by what stands here (0) or in CMS2012 (1); says whose it was. */
async function settleFirst(page: Page, side: 0 | 1): Promise<string> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  const number = await page.locator('.grid-focused .number').first().textContent()
  await page.keyboard.press('b')
  await pane(page).getByRole('radio').nth(side).check()
  await pane(page).getByRole('button', { name: 'Settle 1 difference' }).click()
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')
  await page.keyboard.press('Escape')
  return String(number)
}

async function csvOf(page: Page): Promise<string> {
  const { content } = await savedFile(page, () =>
    page.getByRole('button', { name: 'CSV of this list' }).click(),
  )
  return content.toString()
}

/** The next night's extract, in which CMS2012 has been given all that was decided here. */
async function anExtractThatAgrees(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'agreed-'))
  await cp(NEXT, folder, { recursive: true })
  const documents = await room.hub.query('SELECT document FROM case_group')
  const decided = new Map(
    documents
      .map(({ document }) => JSON.parse(String(document)) as CaseGroup)
      .map(group => [group.id, group]),
  )
  const { case_groups: rows, manifest } = await readTables(folder)
  await write(
    folder,
    'case_groups',
    rows.map(row => carried(row, decided.get(row.master_case_number as never))),
  )
  await write(
    folder,
    'manifest',
    manifest.map(row => ({ ...row, taken_at: '2026-11-22T18:00:00Z' })),
  )
  return folder
}

function carried(row: Row<'case_groups'>, group: CaseGroup | undefined): Row<'case_groups'> {
  if (!group) return row
  return {
    ...row,
    segment_name: group.segment,
    team_id: group.team ?? '',
    assigned_to: group.holder ?? '',
    lock_on: group.lock ? 'Y' : 'N',
  }
}

async function write<T extends 'case_groups' | 'manifest'>(
  folder: string,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const writer = await csvWriter(join(folder, `${table}.csv`), { lineEnd: '\r\n', byteOrderMark: false })
  writer.write(tables[table])
  for (const row of rows) writer.write(fieldsOf(table, row))
  await writer.close()
}
