import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import { computedCalendar } from '../../../hub/calendar/computed-calendar.ts'
import { importHolidays } from '../../../hub/holidays/import-holidays.ts'
import { readBankHolidays } from '../../../hub/holidays/read-bank-holidays.ts'
import { byDivision, divisions } from '../../../shared/domain/calendar.ts'
import { isWorkingDay } from '../../../shared/domain/working-days.ts'
import { bankHolidaysFile, publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { createTestDatabase } from '../../postgres.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

let hub: TestHub | undefined

afterEach(async () => {
  await hub?.close()
  hub = undefined
})

const main = join(import.meta.dirname, '../../../hub/main.ts')

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}

const importInto = ({ database }: TestHub, calendar = publicCalendar) =>
  database.db.transaction().execute(tx => importHolidays(tx, calendar, NOW))

const entries = async ({ database }: TestHub) => {
  const rows = await database.db.selectFrom('audit').select('entry').execute()
  return rows.map(({ entry }) => JSON.parse(entry))
}

describe('ADV-5 importing bank holidays', () => {
  it('comes to every desk by its next pull, with a line in the audit trail (ACC-5)', async () => {
    hub = await aHub([computedCalendar(2025, 2028)])
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    expect(await importInto(hub)).toMatchObject({ changed: true, dueAfterIt: { count: 0, last: null } })
    await worker.pull()
    expect(worker.document('calendar')).toEqual(publicCalendar)
    expect(await entries(hub)).toMatchObject([
      {
        actor: { kind: 'system', system: 'bank-holidays.json' },
        action: 'holidays-import',
        details: { from: '2012-01-01', to: '2028-12-31', scotland: 158 },
      },
    ])
    const verdict = await hub.database.db.transaction().execute(tx => verifyAudit(tx, null))
    expect(verdict).toMatchObject({ kind: 'whole' })
  })

  it('changes nothing the second time', async () => {
    hub = await aHub()
    await importInto(hub)
    expect(await importInto(hub)).toMatchObject({ changed: false })
    expect(await entries(hub)).toHaveLength(1)
  })

  it('says of a file that ends before a deadline what it leaves uncertain', async () => {
    const due = (id: string, dueOn: string) =>
      aCaseGroup({ id: number(id), serviceRequests: [aRequest(`${id}-1`, { dueOn })] })
    hub = await aHub([due('1', '2027-01-04'), due('2', '2027-02-01'), due('3', '2026-12-31')])
    const events = [
      { title: 'New Year’s Day', date: '2026-01-01' },
      { title: 'Christmas Day', date: '2026-12-25' },
    ]
    const short = readBankHolidays(JSON.stringify(byDivision(division => ({ division, events }))))
    expect(await importInto(hub, short)).toMatchObject({ dueAfterIt: { count: 2, last: '2027-02-01' } })
  })

  it('is hardly ever needed: what is computed has the same working days from 2024 to 2028', () => {
    const computed = computedCalendar(2024, 2028)
    for (const division of divisions)
      for (let day = Date.parse('2024-01-01'); day <= Date.parse('2028-12-31'); day += 86_400_000) {
        const date = new Date(day).toISOString().slice(0, 10)
        expect([date, division, isWorkingDay(date, division, computed)]).toEqual([
          date,
          division,
          isWorkingDay(date, division, publicCalendar),
        ])
      }
  })
})

describe('the command line', () => {
  it('imports a file into a hub without an extract, and answers deadlines by it', async () => {
    const database = await createTestDatabase()
    const where = ['--database-url', database.url]
    const asked = ['deadline', '--from', '2020-05-07T10:00Z', '--working-days', '1', '--division', 'scotland']
    const before = await run(...asked, '--json', ...where)
    expect(before).toMatchObject({ code: 1, err: expect.stringContaining('calendar ends before') })
    expect(JSON.parse(before.out)).toMatchObject({ due: null })

    const imported = await run('holidays', 'import', bankHolidaysFile, ...where)
    expect(imported).toMatchObject({ code: 0, err: '' })
    expect(imported.out).toContain(
      'The calendar was changed: it is known from 1 January 2012 to 31 December 2028.',
    )

    const after = await run(...asked, '--json', ...where)
    expect(after).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(after.out)).toEqual({
      due: '2020-05-11',
      working: [
        'From Thursday 7 May 2020; counting starts the day after.',
        '1 working day of Scotland, without Saturdays and Sundays and without Friday 8 May 2020 (Early May bank holiday (VE day)).',
        'So by the end of Monday 11 May 2020.',
        'By the calendar of the hub.',
      ],
    })
    await database.drop()
  })

  it('answers without a hub too, and refuses what cannot be asked', async () => {
    const hours = await run('deadline', '--from', '2026-10-24T14:10', '--hours', '24', '--data', '/nowhere')
    expect(hours.out).toContain('Sunday 25 October 2026, 13:10 (2026-10-25T13:10:00Z)\n')
    const none = await run('deadline', '--from', '2026-10-24')
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('--working-days N') })
    const nowhere = ['deadline', '--from', '2026-10-24', '--working-days', '5', '--data', '/nowhere']
    const wrong = await run(...nowhere, '--division', 'wales')
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('england-and-wales, scotland') })
    const file = await run('holidays', 'import', `${bankHolidaysFile}x`)
    expect(file).toMatchObject({ code: 1, err: 'There is no file bank-holidays.jsonx.\n' })
  })
})
