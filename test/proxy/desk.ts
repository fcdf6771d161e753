import { once } from 'node:events'
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'

interface Way {
  readonly port: number
  /** Null: in clear. */
  readonly certificate: Buffer | null
  /** The address of this machine that it comes from. */
  readonly from: string
}

export interface Told {
  readonly status: number | undefined
  readonly cookie: string
}

/** A browser's desk, as far as a proxy sees it. */
export function deskBehind({ port, certificate, from }: Way) {
  let cookie = ''
  const origin = `${certificate ? 'https' : 'http'}://localhost:${port}`

  async function send(path: string, body: object | null, headers: object = {}): Promise<IncomingMessage> {
    const options: RequestOptions = {
      ...{ host: '127.0.0.1', port, path, localAddress: from, method: body ? 'POST' : 'GET' },
      headers: {
        ...{ host: `localhost:${port}`, cookie, ...headers },
        ...(body && { origin, 'content-type': 'application/json' }),
      },
    }
    const tls = { ...options, ca: certificate ?? undefined, servername: 'localhost' }
    const asked = certificate ? secure(tls) : plain(options)
    asked.end(body && JSON.stringify(body))
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return response
  }

  return {
    /** Asks, and reads to the end. */
    async ask(path: string, body: object | null, headers: object = {}): Promise<Told> {
      const response = await send(path, body, headers)
      response.resume()
      await once(response, 'end')
      const set = response.headers['set-cookie']?.[0] ?? ''
      cookie = set.split(';')[0] || cookie
      return { status: response.statusCode, cookie: set }
    },
    /** The stream of pokes: when it is open, and when the first one came. */
    poked() {
      const open = send('/sync/pokes', null)
      const heard = open.then(async response => {
        for await (const chunk of response) if (String(chunk).includes('data:')) return
      })
      return { open, heard }
    },
  }
}
