import { HAND } from '../../shared/sync/hand.ts'
import { POKES } from '../../shared/sync/paths.ts'
import { JSON_OR_ZIPPED } from '../../shared/sync/zipped.ts'
import type { HubTransport } from './home.ts'
import { pokesIn } from './poke-stream.ts'

/** After so long without a word there is no answer. */
const SILENCE = 20_000

/** When a hand was last on the desk, as the hub wants to be told; null: it does not. */
export type TellsHand = () => string | null

/** The way to the hub in a browser: same origin, the session in a cookie. */
export const fetchTransport = (hand: TellsHand): HubTransport => ({
  async request(method, path, body, unwanted) {
    const silence = watchSilence()
    try {
      const response = await fetch(path, {
        method,
        signal: unwanted ? AbortSignal.any([silence.signal, unwanted]) : silence.signal,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        headers: {
          accept: JSON_OR_ZIPPED,
          ...handIn(hand),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return {
        status: response.status,
        body: await bytesOf(response, silence.heard),
        retryAfter: retryAfter(response),
      }
    } finally {
      silence.stop()
    }
  },

  pokes(poked, lost) {
    const ended = new AbortController()
    void follow(poked, ended, hand)
      .catch(() => {})
      .finally(() => ended.signal.aborted || lost())
    return () => ended.abort()
  },
})

function handIn(hand: TellsHand): Record<string, string> {
  const words = hand()
  return words === null ? {} : { [HAND]: words }
}

interface Silence {
  readonly signal: AbortSignal
  heard(): void
  stop(): void
}

// Not a limit on the whole reply: a first page may take long on a slow line, as long as it comes.
function watchSilence(limit = SILENCE): Silence {
  const silent = new AbortController()
  let last = performance.now()
  let timer = setTimeout(look, limit)
  // A reply comes in thousands of pieces: each is noted, none of them sets a timer.
  function look(): void {
    const left = last + limit - performance.now()
    if (left <= 0) silent.abort()
    else timer = setTimeout(look, left)
  }
  return {
    signal: silent.signal,
    heard() {
      last = performance.now()
    },
    stop: () => clearTimeout(timer),
  }
}

async function bytesOf(response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    heard()
    chunks.push(chunk)
    length += chunk.length
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}

/** The hub says something at least this often, if only that it is there. */
const STREAM_SILENCE = 60_000

async function follow(poked: () => void, ended: AbortController, hand: TellsHand): Promise<void> {
  const silence = watchSilence(STREAM_SILENCE)
  const signal = AbortSignal.any([silence.signal, ended.signal])
  try {
    const response = await fetch(POKES, {
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { ...handIn(hand), accept: 'text/event-stream' },
    })
    if (response.ok && response.body) await pokesIn(response.body, silence.heard, poked)
  } finally {
    silence.stop()
  }
}
