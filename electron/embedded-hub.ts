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

/** What becomes of one that ended by itself. */
export type AfterItsEnd = 'starts-again' | 'stays-ended'

/**
 * Starts the hub of this computer in a process of its own, for a demonstration. One that ends by itself is started
 * again at the same place, so that the desk finds it there, until that came to nothing too often in a row; `ended` is
 * called at the first end of such a spell and where it stays ended.
 */
export function startEmbeddedHub(
  forking: Forking,
  where: Where,
  ended: (then: AfterItsEnd) => void,
): EmbeddedHub {
  let hub = startOnce(forking, where, null)
  let isStopping = false
  async function keep({ port }: URL): Promise<void> {
    for (let tries = 0; ; tries++) {
      const began = performance.now()
      await hub.ended
      if (isStopping) return
      // One that ran for a while failed of something new.
      if (performance.now() - began >= GOOD_WHILE) tries = 0
      if (tries === 0) ended('starts-again')
      if (tries === TRIES) return ended('stays-ended')
      await sleep(PAUSE * 2 ** tries)
      if (isStopping) return
      hub = startOnce(forking, where, port)
      await hub.url.catch(() => {})
    }
  }
  const { url } = hub
  void url.then(keep, () => {})
  return {
    url,
    stop() {
      isStopping = true
      return hub.stop()
    },
  }
}

// A disk that is full is full for a while; a port that is taken may be so for good.
const PAUSE = 2_000
const TRIES = 5
const GOOD_WHILE = 60_000

const sleep = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

function startOnce(forking: Forking, where: Where, port: string | null) {
  const child = forking.fork(where.entry, argumentsOf(where, port), { serviceName: 'Hub of this computer' })
  let isThere = true
  const ended = new Promise<void>(done =>
    child.once('exit', () => {
      isThere = false
      done()
    }),
  )
  const stopping = async () => {
    if (isThere) await stop(child, ended)
  }
  const url = portOf(child).then(
    found => new URL(`http://127.0.0.1:${found}/`),
    problem => {
      // Ended by force it would leave its PostgreSQL running.
      void stopping()
      throw problem
    },
  )
  return { url, ended, stop: stopping }
}

const argumentsOf = ({ data, postgres, sample }: Where, port: string | null): string[] => [
  '--data',
  data,
  '--sample',
  String(sample),
  ...(postgres === null ? [] : ['--postgres', postgres]),
  ...(port === null ? [] : ['--port', port]),
]

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
