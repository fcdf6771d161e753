import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Request } from './any-request.ts'
import type { Answered } from './judge.ts'

/** A way to the hub that changes nothing on it: what is asked is sent byte for byte, by sockets. */
export interface Line {
  send(request: Request, cookie: string): Promise<Answered>
}

export async function openLine(app: FastifyInstance): Promise<Line> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    send: ({ method, url, headers, body }, cookie) =>
      new Promise((answered, failed) => {
        const options = { agent: false, host: '127.0.0.1', port, method, path: url }
        const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
        const sent = ask(
          { ...options, headers: { ...length, ...headers, ...(cookie && { cookie }) } },
          reply => {
            const chunks: Buffer[] = []
            reply.on('data', (chunk: Buffer) => chunks.push(chunk))
            reply.on('error', failed)
            reply.on('end', () =>
              answered({
                status: reply.statusCode ?? 0,
                headers: reply.headers,
                body: Buffer.concat(chunks).toString(),
              }),
            )
          },
        )
        sent.on('error', problem => answered({ status: 0, headers: {}, body: problem.message }))
        sent.end(body ?? undefined)
      }),
  }
}
