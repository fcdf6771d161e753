import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of a hub as main itself speaks to, for tests of main alone; the real one is tested with the real desk. */
export interface SmallHub {
  readonly url: URL
  /** Every request in its order: method, path, cookie. */
  readonly heard: readonly string[]
  /** With which identity provider one can sign in. */
  provider: unknown
  poke(): void
  endStreams(): void
  /** What the next replies are, instead of the usual. */
  answerNext(answer: (response: ServerResponse) => void): void
  stop(): Promise<void>
}

const people: Readonly<Record<string, string>> = { '1001': 'Siân Test', '1002': 'Other Test' }

export async function smallHub(): Promise<SmallHub> {
  const heard: string[] = []
  const streams = new Set<ServerResponse>()
  const next: ((response: ServerResponse) => void)[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''}`.trim())
    const answer = next.shift()
    if (answer) return answer(response)
    void reply(request, response, { streams, provider: hub.provider })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const hub: SmallHub = {
    provider: null,
    url: new URL(`http://127.0.0.1:${port}`),
    heard,
    poke() {
      for (const stream of streams) stream.write('data:\n\n')
    },
    endStreams() {
      for (const stream of streams) stream.end()
    },
    answerNext: answer => next.push(answer),
    async stop() {
      server.closeAllConnections()
      await new Promise(stopped => server.close(stopped))
    },
  }
  return hub
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { streams, provider }: { readonly streams: Set<ServerResponse>; readonly provider: unknown },
): Promise<void> {
  const signedIn = request.headers.cookie?.startsWith('desk-session=') ?? false
  const json = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  switch (`${request.method} ${request.url}`) {
    case 'POST /session/demo':
      return signIn(await read(request), response)
    case 'GET /health':
      return void json(200, { status: 'ok', protocol: 1, demo: true, provider })
    case 'DELETE /session':
      return void response.writeHead(204).end()
    case 'GET /sync/pokes':
      streams.add(response.writeHead(200, { 'content-type': 'text/event-stream' }))
      return void response.write(':\n\n')
    case 'POST /sync/pull':
      return void json(200, { signedIn, body: JSON.parse(await read(request)) })
    default:
      return void json(404, { error: { code: 'not-found', message: 'There is no such thing.' } })
  }
}

function signIn(body: string, response: ServerResponse): void {
  const { staffNumber } = JSON.parse(body)
  const name = people[staffNumber]
  if (!name)
    return void response.writeHead(404).end(JSON.stringify({ error: { code: 'not-found', message: '' } }))
  const key = Buffer.alloc(32).toString('base64')
  const session = {
    staffNumber,
    name,
    demo: true,
    deviceKey: key,
    cacheKey: key,
    idleSeconds: 900,
    secondsLeft: 43_200,
  }
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'set-cookie': `desk-session=secret-of-${staffNumber}; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600`,
    })
    .end(JSON.stringify(session))
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}
