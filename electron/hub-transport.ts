import type { Session } from 'electron'
import { POKES } from '../shared/sync/paths.ts'
import { JSON_OR_ZIPPED } from '../shared/sync/zipped.ts'
import type { ArgumentsOf, Reply, ResultOf } from './contract.ts'
import { done, failed } from './reply.ts'

/** All that this desk says to its hub: the page has no network of its own. */
export interface HubTransport {
  /** `unwanted`: whoever asked wants no answer any more. */
  request(...asked: Asked): Promise<Reply<ResultOf<'request'>>>
  /** Calls `poked` for each hint and `lost` once, when the stream ends by itself. Returns how to end it. */
  pokes(poked: () => void, lost: () => void): () => void
}

type Asked = [...ArgumentsOf<'request'>, unwanted?: AbortSignal]
type Network = Pick<Session, 'fetch'>

interface Way {
  readonly network: Network
  readonly hub: URL
  readonly silence: typeof SILENCE
}

// How long nothing at all may come before a connection counts as dead: a cable that is pulled tells nobody.
const SILENCE = { reply: 20_000, stream: 60_000 }

/** The session's cookie jar holds the hub's cookie; it must be one in memory, of its own. */
export function hubTransport(network: Network, hub: URL, silence = SILENCE): HubTransport {
  return {
    request: (...asked) => request({ network, hub, silence }, asked).catch(() => failed('no-hub')),
    pokes(poked, lost) {
      const ended = new AbortController()
      void follow({ network, hub, silence }, ended, poked)
        .catch(() => {})
        .finally(() => ended.signal.aborted || lost())
      return () => ended.abort()
    },
  }
}

async function request(
  { network, hub, silence }: Way,
  [method, path, body, unwanted]: Asked,
): Promise<Reply<ResultOf<'request'>>> {
  const watch = silenceWatch(silence.reply)
  try {
    const response = await network.fetch(new URL(path, hub).href, {
      ...common,
      method,
      signal: unwanted ? AbortSignal.any([watch.signal, unwanted]) : watch.signal,
      headers: { accept: JSON_OR_ZIPPED, ...(body === null ? {} : { 'content-type': 'application/json' }) },
      ...(body === null ? {} : { body }),
    })
    const chunks: Uint8Array[] = []
    for await (const chunk of chunksOf(response, watch.heard)) chunks.push(chunk)
    return done({ status: response.status, body: joined(chunks), retryAfter: retryAfterOf(response) })
  } finally {
    watch.stop()
  }
}

const common = { redirect: 'error', cache: 'no-store', credentials: 'include' } satisfies RequestInit

async function follow(
  { network, hub, silence }: Way,
  ended: AbortController,
  poked: () => void,
): Promise<void> {
  const watch = silenceWatch(silence.stream)
  const signal = AbortSignal.any([watch.signal, ended.signal])
  try {
    const response = await network.fetch(new URL(POKES, hub).href, {
      ...common,
      signal,
      headers: { accept: 'text/event-stream' },
    })
    if (!response.ok) return
    for await (const line of linesOf(chunksOf(response, watch.heard))) if (line.startsWith('data:')) poked()
  } finally {
    watch.stop()
  }
}

interface SilenceWatch {
  readonly signal: AbortSignal
  heard(): void
  stop(): void
}

function silenceWatch(limit: number): SilenceWatch {
  const silent = new AbortController()
  const timer = setTimeout(() => silent.abort(), limit)
  return { signal: silent.signal, heard: () => timer.refresh(), stop: () => clearTimeout(timer) }
}

async function* chunksOf(response: Response, heard: () => void): AsyncGenerator<Uint8Array> {
  heard()
  for await (const chunk of response.body ?? []) {
    heard()
    yield chunk
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(chunks))
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
