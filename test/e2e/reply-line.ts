import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A line that knows one reply from another: it weighs them, and can lose some, of which nobody then hears. */
export interface ReplyLine {
  readonly url: URL
  /** Loses the next replies to requests of these paths: the hub has done what it was asked. */
  lose(paths: readonly string[], replies: number): void
  lost(): number
  /** How many bytes each reply to requests of this path had, from now on. */
  weigh(path: string): readonly number[]
  close(): Promise<void>
}

export async function replyLine(hub: URL): Promise<ReplyLine> {
  const doomed = { paths: [] as readonly string[], replies: 0 }
  const weighed = new Map<string, number[]>()
  let lost = 0
  const server = createServer((asked, answer) => {
    const { method, url = '', headers } = asked
    const onward = request({ host: hub.hostname, port: hub.port, method, path: url, headers }, reply => {
      const weights = weighed.get(url)
      if (weights) weigh(reply, weights)
      if (!doomed.paths.includes(url) || doomed.replies === 0) return relay(reply, answer)
      doomed.replies -= 1
      // Only when it has come whole has the hub really done it.
      reply.resume().on('end', () => {
        lost += 1
        answer.destroy()
      })
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    lose: (paths, replies) => void Object.assign(doomed, { paths, replies }),
    lost: () => lost,
    weigh(path) {
      const weights: number[] = []
      weighed.set(path, weights)
      return weights
    },
    async close() {
      server.closeAllConnections()
      await new Promise(closed => server.close(closed))
    },
  }
}

function weigh(reply: IncomingMessage, weights: number[]): void {
  let bytes = 0
  reply.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  reply.on('end', () => weights.push(bytes))
}

function relay(reply: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(reply.statusCode ?? 500, reply.headers)
  reply.pipe(answer)
  reply.on('error', () => answer.destroy())
}
