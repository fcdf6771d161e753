import { type Calendar, divisions } from '../../shared/domain/calendar.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { counted, longDate } from '../../shared/queries/date-words.ts'
import { divisionWords } from '../../shared/queries/deadline.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { textOfFile } from '../import/text-of-file.ts'
import { type HolidaysResult, importHolidays } from './import-holidays.ts'
import { readBankHolidays } from './read-bank-holidays.ts'

// The public file has 52 KB after fifteen years.
const MOST_BYTES = 5_000_000

/** The calendar in a file, before any database is opened. */
export async function fileOfHolidays(path: string): Promise<Calendar> {
  return readBankHolidays(await textOfFile(path, MOST_BYTES, 'to be a bank-holidays.json'))
}

/** The command `holidays import`: what the calendar has now on standard output, what it lacks on standard error. */
export async function runHolidays(newer: Calendar, databaseUrl: string, json: boolean): Promise<void> {
  const now = new Date().toISOString()
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const result = await database.db.transaction().execute(tx => importHolidays(tx, newer, now))
    process.stdout.write(json ? asJson(result) : asText(result))
    for (const warning of warnings(result, londonDate(now))) process.stderr.write(`${warning}\n`)
  } finally {
    await database.close()
  }
}

const asJson = ({ calendar, changed, moved, dueAfterIt }: HolidaysResult) =>
  `${JSON.stringify({ ...calendar.covers, changed, moved, dueAfterIt })}\n`

function asText({ calendar: { covers, holidays }, changed, moved }: HolidaysResult): string {
  const counts = divisions.map(
    division => `${divisionWords[division]}: ${counted(holidays[division].length, 'bank holiday')}`,
  )
  const span = covers ? `from ${longDate(covers.from)} to ${longDate(covers.to)}` : ''
  const verdict = changed ? 'The calendar was changed' : 'Nothing to change'
  const deadlines =
    moved === 0
      ? []
      : [`${counted(moved, 'deadline')} in working days ${moved === 1 ? 'is' : 'are'} another day now.`]
  return `${[...counts, `${verdict}: it is known ${span}.`, ...deadlines].join('\n')}\n`
}

/** A calendar that ends before a deadline says so (ADV-5). */
function warnings({ calendar, dueAfterIt }: HolidaysResult, today: string): readonly string[] {
  const end = calendar.covers?.to ?? ''
  const { count, last } = dueAfterIt
  return [
    ...(end < today ? [`The calendar ended on ${longDate(end)}: download a newer file.`] : []),
    ...(last === null
      ? []
      : [
          `The calendar ends before ${counted(count, 'deadline')}, the last on ${longDate(last)}: those are not certain until a newer file is imported.`,
        ]),
  ]
}
