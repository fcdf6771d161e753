import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A line on which replies can get lost: the hub has done what it was asked, and nobody hears of it. */
export interface LossyLine {
  readonly url: URL
  /** Loses the next replies to requests of this path. */
  lose(path: string, replies: number): void
  lost(): number
  close(): Promise<void>
}

export async function lossyLine(hub: URL): Promise<LossyLine> {
  let doomed = { path: '', replies: 0 }
  let lost = 0
  const server = createServer((asked, answer) => {
    const onward = request(
      { host: hub.hostname, port: hub.port, method: asked.method, path: asked.url, headers: asked.headers },
      reply => {
        if (asked.url !== doomed.path || doomed.replies === 0) return relay(reply, answer)
        doomed = { ...doomed, replies: doomed.replies - 1 }
        // Only when it has come whole has the hub really done it.
        reply.resume().on('end', () => {
          lost += 1
          answer.destroy()
        })
      },
    )
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    lose(path, replies) {
      doomed = { path, replies }
    },
    lost: () => lost,
    async close() {
      server.closeAllConnections()
      await new Promise(closed => server.close(closed))
    },
  }
}

function relay(reply: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(reply.statusCode ?? 500, reply.headers)
  reply.pipe(answer)
  reply.on('error', () => answer.destroy())
}
