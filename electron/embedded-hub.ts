import { join } from 'node:path'
import type { UtilityProcess, utilityProcess } from 'electron'
import { z } from 'zod'

export interface EmbeddedHub {
  /** Where it listens, as soon as it does; rejects with a sentence. */
  readonly url: Promise<URL>
  /** While it starts too. Resolves when it has come to its end. */
  stop(): Promise<void>
}

interface Where {
  /** The built hub. */
  readonly entry: string
  /** Where it keeps its database. */
  readonly data: string
  /** The PostgreSQL that was packaged with the desk; null: the one that npm installed. */
  readonly postgres: string | null
  /** How many case groups its sample has, which is made at the first start. */
  readonly sample: number
}

type Forking = Pick<typeof utilityProcess, 'fork'>

const told = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listens'), port: z.int().min(1).max(65_535) }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
])

// The first time it makes a database and a sample caseload.
const STARTING = 180_000
const STOPPING = 15_000

/** Where the parts of a packaged desk lie, and those of one that is not. */
export function embeddedHubIn(userData: string, folder: string, resources: string | null): Where {
  return {
    entry: join(folder, '../hub/main.js'),
    data: join(userData, 'hub'),
    postgres: resources === null ? null : join(resources, 'postgres'),
    sample: 4_000,
  }
}

/** Starts the hub of this computer in a process of its own, for a demonstration. */
export function startEmbeddedHub(forking: Forking, { entry, data, postgres, sample }: Where): EmbeddedHub {
  const args = [
    '--data',
    data,
    '--sample',
    String(sample),
    ...(postgres === null ? [] : ['--postgres', postgres]),
  ]
  const child = forking.fork(entry, args, { serviceName: 'Hub of this computer' })
  let isThere = true
  const ended = new Promise<void>(done =>
    child.once('exit', () => {
      isThere = false
      done()
    }),
  )
  const stopping = async () => isThere && stop(child, ended)
  const url = portOf(child).then(
    port => new URL(`http://127.0.0.1:${port}/`),
    problem => {
      // Ended by force it would leave its PostgreSQL running.
      void stopping()
      throw problem
    },
  )
  return { url, stop: async () => void (await stopping()) }
}

function portOf(child: UtilityProcess): Promise<number> {
  return new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error('The hub of this computer did not start in time.')),
      STARTING,
    )
    const settle = (end: () => void) => {
      clearTimeout(timer)
      end()
    }
    child.once('message', message => {
      const { data: said } = told.safeParse(message)
      if (said?.kind === 'listens') return settle(() => done(said.port))
      settle(() =>
        fail(new Error(said?.reason ?? 'The hub of this computer said something that makes no sense.')),
      )
    })
    child.once('exit', () =>
      settle(() => fail(new Error('The hub of this computer ended before it listened.'))),
    )
  })
}

async function stop(child: UtilityProcess, ended: Promise<void>): Promise<void> {
  child.postMessage('stop')
  const timer = setTimeout(() => child.kill(), STOPPING)
  await ended
  clearTimeout(timer)
}
