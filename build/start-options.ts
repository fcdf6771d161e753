import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { project } from './project.ts'

export interface StartOptions {
  open: boolean
  port: number
  dataDir: string
  extract: string | undefined
  databaseUrl: string | undefined
}

const usage = 'Use: npm start -- [--no-open] [--port N] [--data DIR] [--extract DIR] [--database-url URL]'

// Always the same, because a browser keeps a desk's replica by address and port.
const usualPort = 4760

/** Reads the command line of `npm start`; folders are relative to where it was typed. */
export function startOptions(args: string[]): StartOptions {
  const values = valuesOf(args)
  const here = process.env.INIT_CWD ?? process.cwd()
  return {
    open: !values['no-open'],
    port: portOf(values.port),
    dataDir: values.data === undefined ? resolve(project, 'data') : resolve(here, values.data),
    extract: values.extract === undefined ? undefined : resolve(here, values.extract),
    databaseUrl: values['database-url'],
  }
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: String(usualPort) },
        data: { type: 'string' },
        extract: { type: 'string' },
        'database-url': { type: 'string' },
      },
    }).values
  } catch (problem) {
    throw new Error(`${(problem as Error).message.split('. ')[0]}. ${usage}`)
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Error(`--port must be a whole number up to 65535. ${usage}`)
}
