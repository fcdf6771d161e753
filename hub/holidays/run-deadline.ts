import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Calendar, divisions } from '../../shared/domain/calendar.ts'
import type { Division } from '../../shared/domain/organisation.ts'
import { londonDate } from '../../shared/domain/time.ts'
import {
  type Deadline,
  dayWords,
  dueAfterHours,
  dueAfterWorkingDays,
  momentWords,
} from '../../shared/queries/deadline.ts'
import { computedCalendar } from '../calendar/computed-calendar.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import type { HubSchema } from '../database/schema.ts'
import { Refusal } from '../import/refusal.ts'
import { readMoment } from './read-moment.ts'

export interface DeadlineQuestion {
  readonly from: string | undefined
  readonly workingDays: string | undefined
  readonly hours: string | undefined
  readonly division: string | undefined
}

/**
 * The command `deadline`: the date or instant that is due, and its working. `hubUrl` gives the database where there is
 * one: only working days need its calendar.
 */
export async function runDeadline(
  question: DeadlineQuestion,
  withHub: <Value>(read: (databaseUrl: string | null) => Promise<Value>) => Promise<Value>,
  json: boolean,
): Promise<void> {
  const deadline = await deadlineOf(question, withHub)
  const { due, certain, working } = deadline
  const said = certain ? due : null
  const heading = due.length === 10 ? dayWords(due) : `${momentWords(due)} (${due})`
  process.stdout.write(
    json
      ? `${JSON.stringify({ due: said, working })}\n`
      : `${[...(certain ? [heading] : []), ...working].join('\n')}\n`,
  )
  // Instead of guessing (ADV-5).
  if (!certain)
    throw new Refusal(
      'The calendar begins later or ends before this deadline: import a bank-holidays.json that has these days, with holidays import.',
    )
}

async function deadlineOf(
  { from, workingDays, hours, division }: DeadlineQuestion,
  withHub: <Value>(read: (databaseUrl: string | null) => Promise<Value>) => Promise<Value>,
): Promise<Deadline> {
  if (from === undefined || (workingDays === undefined) === (hours === undefined))
    throw new Refusal('Say from when, and either --working-days N with --division D or --hours N.')
  const received = readMoment(from)
  if (hours !== undefined) return dueAfterHours(received, numberIn(hours, '--hours', MOST_HOURS))
  const days = numberIn(workingDays ?? '', '--working-days', MOST_DAYS)
  const which = divisionIn(division)
  const { calendar, whose } = await withHub(calendarOf)
  const found = dueAfterWorkingDays(londonDate(received), days, which, calendar)
  return { ...found, working: [...found.working, whose] }
}

const MOST_DAYS = 1000
const MOST_HOURS = 24 * 366

function numberIn(text: string, option: string, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number
  throw new Refusal(`${option} is a whole number from 1 to ${most}.`)
}

function divisionIn(text: string | undefined): Division {
  const found = divisions.find(each => each === text)
  if (found) return found
  throw new Refusal(`Working days are of a division: --division ${divisions.join(', ')}.`)
}

interface WhoseCalendar {
  readonly calendar: Calendar
  readonly whose: string
}

async function calendarOf(databaseUrl: string | null): Promise<WhoseCalendar> {
  const own = databaseUrl === null ? undefined : await hubCalendar(databaseUrl)
  if (own) return { calendar: own, whose: 'By the calendar of the hub.' }
  const year = new Date().getUTCFullYear()
  return {
    calendar: computedCalendar(year - YEARS, year + YEARS),
    whose: 'By computed bank holidays: the hub holds no calendar yet.',
  }
}

const YEARS = 2

async function hubCalendar(databaseUrl: string): Promise<Calendar | undefined> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    return await readCalendar(database.db)
  } finally {
    await database.close()
  }
}

async function readCalendar(db: Kysely<HubSchema>): Promise<Calendar | undefined> {
  const { rows } = await sql<{ document: string }>`
    SELECT document FROM aggregate WHERE kind = 'calendar'`.execute(db)
  return rows[0] && (JSON.parse(rows[0].document) as Calendar)
}
