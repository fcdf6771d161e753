import { type HubErrorCode, hubError } from '../../shared/sync/hub-error.ts'
import type { HubResponse, HubTransport } from '../home/home.ts'
import { textOf } from '../storage/page-text.ts'

/** What came of a request. */
export type Answer =
  /** `bytes`: as it came. */
  | { readonly kind: 'answer'; readonly body: unknown; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Nothing, or nothing of the hub's: it may have been done or not. */
  | { readonly kind: 'no-answer' }
  /** The hub cannot now. Null: it did not say when. */
  | { readonly kind: 'later'; readonly seconds: number | null }
  /** A refusal that waiting does not mend. */
  | { readonly kind: 'refusal'; readonly code: HubErrorCode; readonly message: string }

export async function ask(transport: HubTransport, path: string, message: unknown): Promise<Answer> {
  return answerOf(await responseTo(transport, path, message))
}

/** A response with its text. */
export interface ReadResponse extends HubResponse {
  readonly text: string
}

/** The hub's response; null: there is none, or it was cut short. */
export async function responseTo(
  transport: HubTransport,
  path: string,
  message: unknown,
): Promise<ReadResponse | null> {
  try {
    const response = await transport.request('POST', path, message)
    return { ...response, text: await textOf(response.body) }
  } catch {
    return null
  }
}

export function answerOf(response: ReadResponse | null): Answer {
  if (!response) return { kind: 'no-answer' }
  const { status, body: bytes, text, retryAfter } = response
  try {
    const body: unknown = JSON.parse(text)
    if (status === 200) return { kind: 'answer', body, bytes }
    const { error } = hubError.parse(body)
    if (status === 429 || status >= 500) return { kind: 'later', seconds: retryAfter }
    return { kind: 'refusal', ...error }
  } catch {
    // A reply cut short, or a page of somebody between us and the hub.
    return { kind: 'no-answer' }
  }
}
