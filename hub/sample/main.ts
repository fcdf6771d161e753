import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isTime } from './calendar.ts'
import { fewestRegions, mostRegions } from './regions.ts'
import { type SampleOptions, usualRegions, usualTakenAt, writeSample } from './write-sample.ts'

const usage = 'use npm run sample -- --groups N --seed N --out DIR [--regions N] [--taken-at TIME] [--dirt]'

class WrongArguments extends Error {}

try {
  const options = optionsFrom(process.argv.slice(2))
  const started = performance.now()
  await writeSample(options)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `Wrote ${options.groups.toLocaleString('en-GB')} case groups to ${options.dir} in ${seconds} s.`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof WrongArguments ? 2 : 1
}

function optionsFrom(args: string[]): SampleOptions {
  const values = valuesOf(args)
  if (!values.out) throw new WrongArguments(`Say with --out where the sample is to be written: ${usage}.`)
  return {
    groups: wholeNumber('--groups', values.groups, 1, 5_000_000),
    seed: wholeNumber('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    regions: wholeNumber('--regions', values.regions, fewestRegions, mostRegions),
    dir: resolve(process.env.INIT_CWD ?? process.cwd(), values.out),
    takenAt: timeOf(values['taken-at']),
    dirt: values.dirt,
  }
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        groups: { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        regions: { type: 'string', default: String(usualRegions) },
        'taken-at': { type: 'string', default: usualTakenAt },
        dirt: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new WrongArguments(`${reason.replace(/\.$/, '')}: ${usage}.`)
  }
}

function wholeNumber(name: string, text: string | undefined, lowest: number, highest: number): number {
  const number = Number(text)
  if (text !== undefined && /^\d+$/.test(text) && number >= lowest && number <= highest) return number
  throw new WrongArguments(`${name} must be a whole number from ${lowest} to ${highest}: ${usage}.`)
}

function timeOf(text: string): string {
  if (isTime(text)) return text
  throw new WrongArguments(`--taken-at must be a time such as ${usualTakenAt}: ${usage}.`)
}
