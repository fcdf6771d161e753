import { answerOf } from '../../hub/http/refusal.ts'
import { type HubErrorCode, hubErrorCodes } from '../../shared/sync/hub-error.ts'

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

const closed = new Map(
  hubErrorCodes.map((code: HubErrorCode) => [JSON.stringify(answerOf(code).body), answerOf(code).status]),
)

const places = ['/', '/?sign-in=again', '/?sign-in=unknown', '/?sign-in=unreachable']

/** What is wrong with an answer to whom these words are forbidden; undefined: nothing. */
export function faultOf(
  { status, headers, body }: Answered,
  forbidden: readonly string[],
): string | undefined {
  if (status === 0) return `got no answer (${body})`
  if (status >= 500) return `was answered ${status}`
  if (status >= 400 && body !== '' && closed.get(body) !== status)
    return `was answered ${status} with other words than the closed list has`
  if (status >= 300 && status < 400 && !places.includes(String(headers.location)))
    return `was sent to ${headers.location}`
  const all = `${JSON.stringify(headers)}\n${body}`
  const leaked = forbidden.find(word => all.includes(word))
  return leaked === undefined ? undefined : `told ${leaked}`
}
