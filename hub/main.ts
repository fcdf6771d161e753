import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HeldUp } from './audit/held-up.ts'
import { brokeOff, didNotCome } from './database/broke-off.ts'
import { openEmbedded } from './database/embedded.ts'
import { Refusal } from './import/refusal.ts'
import { leave } from './leave.ts'
import { type SessionLimits, usualSession } from './session/session-limits.ts'

const usage =
  'use npm run hub -- serve [--port N] [--host ADDRESS --tls-cert FILE --tls-key FILE] [--proxy ADDRESS] [--operations-port N] [--demo] [--desk DIR] [--public-url URL] [--issuer URL --client ID [--claim NAME] [--audience NAME]] [--idle-minutes N] [--session-hours N] [--audit-anchor FILE], devices list [--json], devices wipe|allow ID, import DIR [--json], bom check DIR [--json], holidays import FILE [--json], aac-numbers import FILE [--json], ' +
  'deadline --from TIME with --working-days N --division D or --hours N [--json], report NAME [--at TIME] [--json], audit [--group N] [--person S] [--from TIME] [--to TIME] [--json] or verify-audit [--noted END] [--noted-in FILE [--first]] [--json], with ' +
  '--data DIR (an embedded PostgreSQL, by default in the folder data) or --database-url URL.'

class WrongUsage extends Error {}

const options = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
  json: { type: 'boolean', default: false },
  port: { type: 'string' },
  host: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  proxy: { type: 'string' },
  'operations-port': { type: 'string' },
  demo: { type: 'boolean', default: false },
  desk: { type: 'string' },
  issuer: { type: 'string' },
  client: { type: 'string' },
  claim: { type: 'string' },
  audience: { type: 'string' },
  'public-url': { type: 'string' },
  'idle-minutes': { type: 'string' },
  'session-hours': { type: 'string' },
  noted: { type: 'string' },
  'noted-in': { type: 'string' },
  first: { type: 'boolean', default: false },
  'audit-anchor': { type: 'string' },
  at: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  group: { type: 'string' },
  person: { type: 'string' },
  'working-days': { type: 'string' },
  hours: { type: 'string' },
  division: { type: 'string' },
} as const

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (problem) {
    const [reason] = problem instanceof Error ? problem.message.split('. ') : []
    throw new WrongUsage(`${(reason ?? '').replace(/\.$/, '')}: ${usage}`)
  }
}

type Values = ReturnType<typeof read>['values']

const nameless = new Set(['serve', 'audit', 'verify-audit', 'deadline'])

async function run(args: string[]): Promise<void> {
  const { values, positionals } = read(args)
  if (positionals[0] === 'bom') return bom(positionals.slice(1), values)
  if (positionals[0] === 'holidays') return holidays(positionals.slice(1), values)
  if (positionals[0] === 'aac-numbers') return aacNumbers(positionals.slice(1), values)
  if (positionals[0] === 'devices') return devices(positionals.slice(1), values)
  const [command, name, ...more] = positionals
  if (command === undefined || more.length > 0 || (name === undefined) !== nameless.has(command))
    throw new WrongUsage(`Say one thing to do: ${usage}`)
  if (command === 'serve') return serve(values)
  if (command === 'import') return importFolder(fromHere(name ?? ''), values)
  if (command === 'report') return report(name ?? '', values)
  if (command === 'deadline') return deadline(values)
  if (command === 'audit') return audit(values)
  if (command === 'verify-audit') return verifyAudit(values)
  throw new WrongUsage(`There is no command ${command}: ${usage}`)
}

// Each loads only what it needs: a report need not wait for the web server's packages.
async function importFolder(folder: string, values: Values): Promise<void> {
  const { runImport } = await import('./import/run-import.ts')
  await withDatabase(values, databaseUrl => runImport(folder, databaseUrl, values.json))
}

async function bom([verb, folder, ...more]: readonly string[], values: Values): Promise<void> {
  if (verb !== 'check' || folder === undefined || more.length > 0)
    throw new WrongUsage(`Say bom check and the folder of an extract: ${usage}`)
  const { runBomCheck } = await import('./bom/run-bom-check.ts')
  await runBomCheck(fromHere(folder), values.json)
}

async function aacNumbers([verb, file, ...more]: readonly string[], values: Values): Promise<void> {
  if (verb !== 'import' || file === undefined || more.length > 0)
    throw new WrongUsage(`Say aac-numbers import and a file of AAC’s numbers: ${usage}`)
  const { fileOfAacNumbers, runAacNumbers } = await import('./aac-numbers/run-aac-numbers.ts')
  const numbers = await fileOfAacNumbers(fromHere(file))
  await withDatabase(values, databaseUrl => runAacNumbers(numbers, databaseUrl, values.json))
}

async function holidays([verb, file, ...more]: readonly string[], values: Values): Promise<void> {
  if (verb !== 'import' || file === undefined || more.length > 0)
    throw new WrongUsage(`Say holidays import and a bank-holidays.json: ${usage}`)
  const { fileOfHolidays, runHolidays } = await import('./holidays/run-holidays.ts')
  const calendar = await fileOfHolidays(fromHere(file))
  await withDatabase(values, databaseUrl => runHolidays(calendar, databaseUrl, values.json))
}

async function devices([verb, id, ...more]: readonly string[], values: Values): Promise<void> {
  const { runDevices, verbOf } = await import('./session/run-devices.ts')
  const asked = more.length === 0 && verbOf(verb, id)
  if (!asked) throw new WrongUsage(`Say devices list, or devices wipe or allow and a device's id: ${usage}`)
  await withDatabase(values, databaseUrl => runDevices(asked, databaseUrl, values.json))
}

async function deadline(values: Values): Promise<void> {
  const { runDeadline } = await import('./holidays/run-deadline.ts')
  const { from, hours, division, 'working-days': workingDays } = values
  // A question makes no database: one that is not there has no calendar.
  const isThere = values['database-url'] !== undefined || existsSync(resolve(dataDir(values), 'postgres'))
  await runDeadline(
    { from, hours, division, workingDays },
    read => (isThere ? withDatabase(values, read) : read(null)),
    values.json,
  )
}

async function report(name: string, values: Values): Promise<void> {
  const { reportNames, reportsAsOf, runReport } = await import('./report/run-report.ts')
  const known = reportNames.find(each => each === name)
  if (!known) throw new WrongUsage(`There is no report ${name}, only ${reportNames.join(', ')}: ${usage}`)
  const { readMoment } = await import('./holidays/read-moment.ts')
  const asOf = values.at === undefined ? null : readMoment(values.at)
  if (asOf !== null && !reportsAsOf.has(known))
    throw new WrongUsage(
      `--at is for the reports ${[...reportsAsOf].join(', ')}, ${name} is of now: ${usage}`,
    )
  await withDatabase(values, databaseUrl => runReport(known, databaseUrl, values.json, asOf))
}

async function audit(values: Values): Promise<void> {
  const { runAudit } = await import('./audit/run-audit.ts')
  const { readMoment } = await import('./holidays/read-moment.ts')
  const moment = (text: string | undefined) => (text === undefined ? undefined : readMoment(text))
  const { group, person } = values
  const question = { group, person, from: moment(values.from), to: moment(values.to) }
  await withDatabase(values, databaseUrl => runAudit(question, databaseUrl, values.json))
}

async function verifyAudit(values: Values): Promise<void> {
  const { runVerifyAudit } = await import('./audit/run-verify-audit.ts')
  const file = values['noted-in'] === undefined ? undefined : fromHere(values['noted-in'])
  const noted = { end: values.noted, file, first: values.first }
  await withDatabase(values, databaseUrl => runVerifyAudit(databaseUrl, noted, values.json))
}

async function serve(values: Values): Promise<void> {
  const { startHub } = await import('./serve.ts')
  const hub = await startHub({
    ...(values['database-url'] === undefined
      ? { dataDir: dataDir(values) }
      : { databaseUrl: values['database-url'] }),
    port: portOf('port', values) ?? DEFAULT_PORT,
    operationsPort: portOf('operations-port', values),
    reached: reachedOf(values),
    demo: values.demo,
    provider: providerOf(values),
    session: sessionLimits(values),
    auditAnchor: values['audit-anchor'] === undefined ? undefined : fromHere(values['audit-anchor']),
    deskFolder: values.desk === undefined ? null : fromHere(values.desk),
  })
  console.log(`The hub listens on ${hub.origin}/`)
  if (hub.operationsPort !== null)
    console.log(`Health and metrics are on http://127.0.0.1:${hub.operationsPort}/`)
  const stop = () => hub.close().then(() => leave(0, hub.isHeldUp()), fail)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const DEFAULT_PORT = 4870

function reachedOf(values: Values) {
  const file = (path: string | undefined) => (path === undefined ? undefined : fromHere(path))
  const publicUrl = values['public-url']
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new WrongUsage(`${publicUrl} is no address: ${usage}`)
  const [certFile, keyFile] = [file(values['tls-cert']), file(values['tls-key'])]
  return { host: values.host, certFile, keyFile, proxy: values.proxy, publicUrl }
}

/** The provider's settings; its secret, where it gave one, is no argument: other users of the machine see those. */
function providerOf(values: Values) {
  const {
    issuer,
    client: clientId,
    claim = 'staff_number',
    audience = null,
    'public-url': publicUrl,
  } = values
  if (issuer === undefined) return undefined
  if (clientId === undefined || publicUrl === undefined)
    throw new WrongUsage(`With --issuer say --client and --public-url too: ${usage}`)
  if (!URL.canParse(issuer)) throw new WrongUsage(`${issuer} is no address: ${usage}`)
  const clientSecret = process.env.HUB_CLIENT_SECRET ?? null
  return { issuer, clientId, clientSecret, claim, audience, publicUrl }
}

function sessionLimits(values: Values): SessionLimits {
  const given = (name: 'idle-minutes' | 'session-hours', usual: number, most: number) => {
    const number = Number(values[name] ?? usual)
    if (Number.isInteger(number) && number > 0 && number <= most) return number
    throw new WrongUsage(`--${name} must be a number from 1 to ${most}: ${usage}`)
  }
  return {
    idleMinutes: given('idle-minutes', usualSession.idleMinutes, 24 * 60),
    hours: given('session-hours', usualSession.hours, 14 * 24),
  }
}

function portOf(name: 'port' | 'operations-port', values: Values): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new WrongUsage(`--${name} must be a number from 0 to 65535: ${usage}`)
}

async function withDatabase<Value>(
  values: Values,
  work: (databaseUrl: string) => Promise<Value>,
): Promise<Value> {
  const given = values['database-url']
  if (given !== undefined) return work(given)
  const database = await openEmbedded(dataDir(values))
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}

/** Paths are relative to where the person stands, not to the project that npm runs in. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

const dataDir = ({ data }: Values) =>
  data === undefined ? resolve(import.meta.dirname, '../data') : fromHere(data)

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'])
const broken = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])

// One sentence and never a stack; messages of the database may carry somebody's data.
function sentenceFor(problem: unknown): string {
  if (problem instanceof Refusal || problem instanceof WrongUsage) return problem.message
  const { code, message } = problem as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is in use, perhaps by a hub that runs already: choose another with --port.'
  if (code !== undefined && unreachable.has(code)) return `The database cannot be reached (${code}).`
  if (didNotCome(message)) return 'The database cannot be reached: it does not answer.'
  if (broken.has(code ?? '') || brokeOff(message))
    return 'The connection to the database broke; run it once more, nothing is done twice.'
  return code === undefined ? message : `That did not work (${code}); nothing was changed.`
}

function fail(problem: unknown): void {
  process.stderr.write(`${sentenceFor(problem)}\n`)
  process.exitCode = problem instanceof WrongUsage ? 2 : 1
  if (problem instanceof HeldUp) leave(1, true)
}

// Whoever reads only the beginning of a report closes the pipe.
process.stdout.on('error', problem =>
  process.exit((problem as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1),
)

run(process.argv.slice(2)).catch(fail)
