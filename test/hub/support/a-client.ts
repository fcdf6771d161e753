import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { PROTOCOL, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import type { PatchOp, PullPart, PullReply } from '../../../shared/sync/pull.ts'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
  json(): unknown
}

/** Signs a person in and speaks for him, keeping nothing but the session. */
export async function signIn(app: FastifyInstance, staffNumber: string, device: string = randomUUID()) {
  const reply = await app.inject({ method: 'POST', url: '/session/demo', payload: { staffNumber, device } })
  if (reply.statusCode !== 200) throw new Error(`Signing in ${staffNumber} was answered ${reply.statusCode}.`)
  const cookies = Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))
  return async (
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const answer = await app.inject({ method, url, cookies, headers, ...(payload ? { payload } : {}) })
    return {
      status: answer.statusCode,
      text: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
      json: () => answer.json(),
    }
  }
}

interface Held {
  readonly buckets: readonly string[]
  readonly stamp: string
  readonly document: unknown
}

interface HeldPart {
  cookie: string | null
  readonly documents: Map<string, Held>
}

/** A client that keeps what pulls bring, as the protocol tells it to. */
export async function aClient(app: FastifyInstance, staffNumber: string, clientId: string = randomUUID()) {
  const ask = await signIn(app, staffNumber)
  const caseload: HeldPart = { cookie: null, documents: new Map() }
  const sensitive: HeldPart = { cookie: null, documents: new Map() }
  const results = new Map<number, unknown>()
  let seq = 0

  const request = () => ({
    protocol: PROTOCOL,
    schema: SCHEMA,
    staffNumber,
    clientId,
    caseload: caseload.cookie,
    sensitive: sensitive.cookie,
    resultsAfter: Math.max(0, ...results.keys()),
  })

  async function pullPage(): Promise<PullReply> {
    const answer = await patiently(() => ask('POST', '/sync/pull', request()))
    if (answer.status !== 200) throw new Error(`A pull was answered ${answer.status}: ${answer.text}`)
    const reply = answer.json() as PullReply
    apply(caseload, reply.caseload)
    if (reply.sensitive) apply(sensitive, reply.sensitive)
    else forget(sensitive)
    for (const { seq, result } of reply.results) results.set(seq, result)
    return reply
  }

  return {
    ask,
    staffNumber,
    clientId,
    caseload,
    sensitive,
    results,
    request,
    pullPage,
    async pull(): Promise<PullReply> {
      for (;;) {
        const reply = await pullPage()
        if (!reply.caseload.more && !reply.sensitive?.more) return reply
      }
    },
    push(...envelopes: readonly Envelope[]): Promise<Answer> {
      const commands = envelopes.map(envelope => ({ seq: ++seq, envelope }))
      return patiently(() =>
        ask('POST', '/sync/push', { protocol: PROTOCOL, staffNumber, clientId, commands }),
      )
    },
    document: (id: string) => (caseload.documents.get(id) ?? sensitive.documents.get(id))?.document,
    ids: () => [...caseload.documents.keys(), ...sensitive.documents.keys()].sort(),
  }
}

const BUSY = 503
const TRIES = 100

/** As a desk does: what a busy hub did not take it is asked again, commands under the same numbers. */
async function patiently(asking: () => Promise<Answer>): Promise<Answer> {
  let answer = await asking()
  for (let again = 1; answer.status === BUSY && again < TRIES; again++) {
    await sleep(100)
    answer = await asking()
  }
  return answer
}

export type TestClient = Awaited<ReturnType<typeof aClient>>

function forget(part: HeldPart): void {
  part.cookie = null
  part.documents.clear()
}

function apply(part: HeldPart, page: PullPart): void {
  if (page.reset) part.documents.clear()
  part.cookie = page.cookie
  for (const [id, held] of part.documents)
    keepIn(part, id, held, bucket => !page.clear.includes(bucket as never))
  for (const op of page.patch) applyOp(part, op)
  for (const [id, held] of part.documents)
    keepIn(part, id, held, bucket => page.grants.includes(bucket as never))
  if (page.digests) check(part, page.digests)
}

function keepIn(part: HeldPart, id: string, held: Held, test: (bucket: string) => boolean): void {
  const buckets = held.buckets.filter(test)
  if (buckets.length > 0) part.documents.set(id, { ...held, buckets })
  else part.documents.delete(id)
}

function applyOp(part: HeldPart, op: PatchOp): void {
  if (op.op === 'remove') part.documents.delete(op.id)
  else part.documents.set(op.id, { buckets: op.buckets, stamp: op.stamp, document: op.document })
}

function check(part: HeldPart, digests: NonNullable<PullPart['digests']>): void {
  for (const [bucket, [count, digest]] of Object.entries(digests)) {
    const held = [...part.documents.values()].filter(({ buckets }) => buckets.includes(bucket))
    const found = held.reduce((sum, { stamp }) => sum ^ BigInt(`0x${stamp}`), 0n)
    const digits = found.toString(16).padStart(16, '0')
    if (held.length !== count || digits !== digest)
      throw new Error(`Held of ${bucket}: ${held.length} ${digits}; at the hub: ${count} ${digest}.`)
  }
}
