import type { HubResponse, HubTransport } from '../../../renderer/home/home.ts'
import type { PullReply, PullRequest } from '../../../shared/sync/pull.ts'
import type { PushRequest } from '../../../shared/sync/push.ts'

type Answer =
  | PullReply
  | { readonly protocol: number; readonly lastSeq: number }
  | { readonly error: string }
  | Error

/** Replies as they were recorded, one after the other, and the requests that they answered. */
export interface Recording extends HubTransport {
  readonly pushes: PushRequest[]
  readonly pulls: PullRequest[]
  /** What is answered next; an error: nothing is. */
  answers(...answers: readonly (Answer | Partial<HubResponse>)[]): void
}

export function aRecording(): Recording {
  const answers: (Answer | Partial<HubResponse>)[] = []
  const recording: Recording = {
    pushes: [],
    pulls: [],
    answers: (...more) => void answers.push(...more),
    async request(_, path, body) {
      if (path === '/sync/push') recording.pushes.push(body as PushRequest)
      else recording.pulls.push(body as PullRequest)
      const answer = answers.shift()
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('No network.')
      return responseOf(answer)
    },
    pokes: () => () => {},
  }
  return recording
}

function responseOf(answer: Exclude<Answer, Error> | Partial<HubResponse>): HubResponse {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  if ('status' in answer) return { status: 200, body: bytes({}), retryAfter: null, ...answer }
  if (!('error' in answer)) return { status: 200, body: bytes(answer), retryAfter: null }
  return {
    status: 409,
    body: bytes({ error: { code: answer.error, message: `No: ${answer.error}.` } }),
    retryAfter: null,
  }
}
