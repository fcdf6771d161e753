import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import { computedCalendar } from '../../../hub/calendar/computed-calendar.ts'
import { importHolidays } from '../../../hub/holidays/import-holidays.ts'
import { readBankHolidays } from '../../../hub/holidays/read-bank-holidays.ts'
import type { Advice, AdviceRequest } from '../../../shared/domain/advice.ts'
import { byDivision, type Calendar, divisions } from '../../../shared/domain/calendar.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import { isWorkingDay } from '../../../shared/domain/working-days.ts'
import { workingOf } from '../../../shared/queries/clock-working.ts'
import { clocksOfGroup } from '../../../shared/queries/clocks.ts'
import { dayWords } from '../../../shared/queries/deadline.ts'
import { bankHolidaysFile, publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aRecovery } from '../../make/a-recovery.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
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
    const verdict = await hub.database.db.transaction().execute(tx => verifyAudit(tx, []))
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

  it('ADV-4 moves open advice of the division, with a case and without, in the same version as the calendar', async () => {
    const { covers, names, holidays } = publicCalendar
    const day = '2026-06-15'
    const { [day]: proclaimed, ...usual } = names.scotland
    expect(proclaimed).toBeTruthy()
    const scotland = holidays.scotland.filter(each => each !== day)
    const without: Calendar = {
      ...publicCalendar,
      covers,
      holidays: { ...holidays, scotland },
      names: { ...names, scotland: usual },
    }
    const asked = { askedAt: '2026-06-12T10:00:00Z', division: 'scotland', dueOn: '2026-06-19' } as const
    const request = (id: string, more: Partial<Advice>) =>
      anAdviceRequest(
        'DNA-1',
        { number: id as never, dueOn: '2026-06-19', status: more.answer ? 'Closed' : 'Not Started' },
        { ...asked, ...more },
      )
    const answer = { by: staff('DNA-1'), at: '2026-06-12T12:00:00Z', words: 'So.', unanswerable: false }
    const serviceRequests = [request('open', {}), request('other', { division: 'northern-ireland' })]
    const group = aCaseGroup({ serviceRequests: [...serviceRequests, request('told', { answer })] })
    hub = await aHub([without, group, aGeneralRequest({ ...asked, dueOn: '2026-06-26' })])
    const asker = await aClient(hub.app, 'N1-1')
    await asker.pull()
    expect(await importInto(hub)).toMatchObject({ changed: true, moved: 2 })
    await asker.pull()
    const { serviceRequests: seen = [] } = asker.document(group.id) as CaseGroup
    expect(seen.map(({ dueOn, here }) => [dueOn, here?.advice?.dueOn])).toEqual([
      ['2026-06-22', '2026-06-22'],
      ['2026-06-19', '2026-06-19'],
      ['2026-06-19', '2026-06-19'],
    ])
    const index = indexWith(indexOrganisation(anOrganisation()), [publicCalendar])
    for (const clock of clocksOfGroup({ ...group, serviceRequests: seen }, index, '2026-11-21'))
      if (clock.kind === 'advice') expect(workingOf(clock, index).at(-1)).toContain(dayWords(clock.dueOn))
    const general = asker.document(aGeneralRequest().id) as AdviceRequest
    expect(general.advice.dueOn).toBe('2026-06-29')
    expect(await importInto(hub)).toMatchObject({ changed: false, moved: 0 })
  })

  it('counts what is reckoned in working days among what a short file leaves uncertain', async () => {
    const events = [
      { title: 'New Year’s Day', date: '2026-01-01' },
      { title: 'Christmas Day', date: '2026-12-25' },
    ]
    const short = readBankHolidays(JSON.stringify(byDivision(division => ({ division, events }))))
    const late = { askedAt: '2026-12-28T10:00:00Z', dueOn: '2027-01-04' }
    hub = await aHub([
      aCaseGroup({
        lock: aLock({ reviewOn: '2026-12-30' }),
        serviceRequests: [anAdviceRequest('DNA-1', late, late)],
      }),
      aCaseGroup({ id: number('2'), lock: aLock({ reviewOn: '2026-12-01' }) }),
      aGeneralRequest({ ...late, dueOn: '2027-01-11' }),
      aRecovery({ requestedAt: '2026-12-29T10:00:00Z' }),
    ])
    // The lock heads the manager's list, advice twice, and a recovery is the manager's; it is chased before.
    expect(await importInto(hub, short)).toMatchObject({ dueAfterIt: { count: 4, last: '2027-01-11' } })
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
    expect(before).toMatchObject({ code: 1, err: expect.stringContaining('ends before this deadline') })
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
