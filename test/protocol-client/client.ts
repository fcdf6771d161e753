import { randomUUID } from 'node:crypto'
import { applied, differences, type Holding, nothing } from './holding.ts'
import type { Envelope, Page, Result } from './wire.ts'

/** How a request is made; rejects when there is no answer. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface Waiting {
  readonly envelope: Envelope
  /** Given before it is sent. */
  seq: number | null
}

export interface Client {
  readonly caseload: () => Holding
  readonly sensitive: () => Holding
  readonly waiting: () => number
  readonly outcomes: ReadonlyMap<string, Result>
  /** Buckets that differed after a pull that was told to be complete. */
  readonly mismatches: readonly string[]
  give(name: string, args: unknown, saw: unknown, reason: string | null): string
  /** Pushes and pulls until nothing waits; says whether it got that far. */
  sync(): Promise<boolean>
}

/** A client that keeps everything in memory: durability is left to who needs it. */
export async function signedIn(base: string, staffNumber: string, fetch: Fetch): Promise<Client> {
  const session = await post(fetch, `${base}/session/demo`, '', { staffNumber, device: randomUUID() })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const state = {
    clientId: randomUUID() as string,
    hubSeq: 0,
    fenced: true,
    caseload: nothing,
    sensitive: nothing,
    waiting: [] as Waiting[],
    accepted: [] as Envelope[],
    outcomes: new Map<string, Result>(),
    mismatches: [] as string[],
  }

  async function ask(path: string, message: object): Promise<unknown> {
    const reply = await post(fetch, base + path, cookie, { protocol: 1, ...message })
    const body = (await reply.json()) as { error?: { code: string } }
    if (reply.status !== 200) throw new Error(body.error?.code ?? 'no answer')
    return body
  }

  async function push(): Promise<void> {
    const batch = state.waiting.slice(0, 100)
    for (const [place, one] of batch.entries()) one.seq = state.hubSeq + 1 + place
    const commands = batch.map(({ seq, envelope }) => ({ seq, envelope }))
    state.fenced = true
    await ask('/sync/push', { staffNumber, clientId: state.clientId, commands })
  }

  async function pull(): Promise<void> {
    for (;;) {
      const page = (await ask('/sync/pull', {
        schema: 3,
        staffNumber,
        clientId: state.clientId,
        caseload: state.caseload.cookie,
        sensitive: state.sensitive.cookie,
        resultsAfter: state.hubSeq,
      })) as Page
      state.caseload = applied(state.caseload, page.caseload)
      state.sensitive = page.sensitive ? applied(state.sensitive, page.sensitive) : nothing
      state.mismatches.push(...differences(state.caseload, page.caseload))
      if (page.sensitive) state.mismatches.push(...differences(state.sensitive, page.sensitive))
      if (!page.caseload.more && !page.sensitive?.more) return settle(page)
    }
  }

  function settle({ lastSeq, results }: Page): void {
    state.fenced = false
    if (lastSeq < state.hubSeq) {
      sendAgain()
      return
    }
    const known = new Map(results.map(({ seq, result }) => [seq, result]))
    for (const { envelope, seq } of state.waiting) {
      const result = seq === null ? undefined : known.get(seq)
      if (!result) continue
      state.outcomes.set(envelope.id, result)
      if (result.kind === 'accepted') state.accepted.push(envelope)
    }
    state.waiting = state.waiting.filter(({ envelope }) => !state.outcomes.has(envelope.id))
    state.hubSeq = lastSeq
  }

  // The hub went back in time: everything under a new client, what it had taken first.
  function sendAgain(): void {
    const again = state.accepted.map(envelope => ({ envelope, seq: null }))
    for (const { envelope } of again) state.outcomes.delete(envelope.id)
    Object.assign(state, { clientId: randomUUID(), hubSeq: 0, accepted: [] })
    state.waiting = [...again, ...state.waiting.map(({ envelope }) => ({ envelope, seq: null }))]
  }

  return {
    caseload: () => state.caseload,
    sensitive: () => state.sensitive,
    waiting: () => state.waiting.length,
    outcomes: state.outcomes,
    mismatches: state.mismatches,
    give(name, args, saw, reason) {
      const id = uuidv7()
      const issuedAt = new Date().toISOString()
      state.waiting.push({ seq: null, envelope: { id, name, args, saw, issuedAt, reason, batch: null } })
      return id
    },
    async sync() {
      try {
        do {
          if (!state.fenced && state.waiting.length > 0) await push()
          await pull()
        } while (state.waiting.length > 0)
        return true
      } catch {
        return false
      }
    },
  }
}

function post(fetch: Fetch, url: string, cookie: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

function uuidv7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
}
