import type { FastifyInstance } from 'fastify'
import type { HubTransport } from '../../renderer/home/home.ts'

/** What happens to a request on its way. */
export type Fault = 'none' | 'request-lost' | 'reply-lost' | 'doubled'

/** The way from one device to a hub in the same process: a real request, a cookie jar, and faults on demand. */
export interface InjectedTransport extends HubTransport {
  /** The hub that it asks now. */
  app: () => FastifyInstance
  /** Of the next requests, one each; then none. */
  readonly faults: Fault[]
  /** Told of each request that reached the hub, and of what it answered. */
  delivered: (path: string, body: unknown, status: number) => void
}

export function injectedTransport(app: () => FastifyInstance): InjectedTransport {
  const cookies: Record<string, string> = {}
  const transport: InjectedTransport = {
    app,
    faults: [],
    delivered() {},
    async request(method, path, body) {
      const fault = transport.faults.shift() ?? 'none'
      if (fault === 'request-lost') throw new Error('The request was lost.')
      const payload = body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as object)
      const send = async () => {
        const answer = await transport
          .app()
          .inject({ method, url: path, cookies, ...(payload && { payload }) })
        transport.delivered(path, payload, answer.statusCode)
        return answer
      }
      const answer = fault === 'doubled' ? (await Promise.all([send(), send()]))[1] : await send()
      if (fault === 'reply-lost') throw new Error('The reply was lost.')
      for (const { name, value } of answer.cookies) cookies[name] = value
      const retryAfter = Number(answer.headers['retry-after'] ?? Number.NaN)
      return {
        status: answer.statusCode,
        body: new Uint8Array(answer.rawPayload),
        retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
      }
    },
    pokes: () => () => {},
  }
  return transport
}
