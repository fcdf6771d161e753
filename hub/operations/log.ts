import { type DestinationStream, type Logger, pino } from 'pino'

// What a line may say, and how it may look: kinds and places in the program. All else stays out, whoever logs it.
const known: Readonly<Record<string, RegExp>> = {
  name: /^[A-Za-z]{1,40}$/,
  code: /^[A-Z][A-Z0-9_]{1,60}$|^[0-9A-Z]{5}$/,
  command: /^[a-z][a-z-]{1,40}$/,
  // Who, as `personMark` says it.
  person: /^[0-9a-f]{16}$/,
}

/** What can be said at all; whatever else somebody logs may hold what is nobody's business. */
const sayings = new Set([
  'A command threw.',
  'A command was refused to somebody who may not do that.',
  'Pokes were not passed on.',
  'A sign-in was refused.',
  'No provider.',
  'Pushes failed together.',
  'Somebody signed in.',
  'Somebody signed out.',
  'The audit trail does not go on from its noted end.',
  'The database cannot be heard.',
  'The end of the audit trail could not be noted.',
  'The end of the audit trail is not noted yet: its file does not answer.',
])
const FAILED = /^[A-Z]{3,7} failed: (internal|busy)$/

const PLACE = /^\s+at [\w.<>[\] ]{0,80}\(?(?:async )?(?:file:\/\/)?[\w./\\:@+-]+:\d+:\d+\)?$/

/** The hub's own log, on standard error as standard output belongs to whoever started it: JSON by the line, without anything that anybody sent or that is kept of anybody. */
export function openLog(
  destination: DestinationStream = pino.destination(2),
  level: 'info' | 'warn' = 'warn',
): Logger {
  return pino(
    {
      level,
      formatters: { log: safeFields },
      hooks: {
        logMethod(args, method) {
          // An error by itself would be logged with its words.
          const [first, ...rest] = args as unknown[]
          const fields = typeof first === 'object' && first !== null && !(first instanceof Error) ? first : {}
          const words = typeof first === 'string' ? first : rest.find(each => typeof each === 'string')
          method.apply(this, [fields, safeWords(words)])
        },
      },
    },
    destination,
  )
}

function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(known).flatMap(([key, form]) => {
    const value = fields[key]
    return typeof value === 'string' && form.test(value) ? [[key, value] as const] : []
  })
  const { places } = fields
  const lines = Array.isArray(places)
    ? places.filter(line => typeof line === 'string' && PLACE.test(line))
    : []
  return { ...Object.fromEntries(kept), ...(lines.length > 0 && { places: lines }) }
}

function safeWords(words: unknown): string {
  return typeof words === 'string' && (sayings.has(words) || FAILED.test(words)) ? words : 'Something failed.'
}
