import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBankHolidays } from '../../hub/holidays/read-bank-holidays.ts'

/** The public file as it was in November 2026. */
export const bankHolidaysFile = join(import.meta.dirname, '../fixtures/bank-holidays.json')
export const bankHolidaysText = readFileSync(bankHolidaysFile, 'utf8')

/** 2012 to 2028. */
export const publicCalendar = readBankHolidays(bankHolidaysText)
