import { counted } from '../../shared/queries/date-words.ts'
import { Refusal } from '../import/refusal.ts'
import { checkAsJson } from './bom-as-json.ts'
import { faultsAsText, summaryAsText } from './bom-as-text.ts'
import { checkBom } from './check-bom.ts'

/** The command `bom check`: everything wrong on standard output, the verdict on standard error; or what it comes to. */
export async function runBomCheck(folder: string, json: boolean): Promise<void> {
  const check = await checkBom(folder)
  const { summary, fileFaults, bomFaults } = check
  const text = summary ? summaryAsText(check, summary) : faultsAsText(check)
  process.stdout.write(json ? checkAsJson(check) : text)
  if (summary) return
  const faults = counted(fileFaults.length + bomFaults.length, 'fault')
  throw new Refusal(`This BOM cannot be used: ${faults}; an import would refuse it.`)
}
