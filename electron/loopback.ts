import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FailureCode } from './contract.ts'

/** A door on this machine through which the browser comes back from the identity provider (RFC 8252). */
export interface Loopback {
  readonly redirect: URL
  /** With what it came back. Rejects when nobody did in time. */
  readonly answer: Promise<URL>
  close(): void
}

const PATH = '/signed-in'
const PATIENCE = 2 * 60_000

/**
 * Opens it for one answer: the one that brings the state which only who began knows. Whatever else comes is turned
 * away and changes nothing, however often.
 */
export async function openLoopback(state: string, patience = PATIENCE): Promise<Loopback> {
  const { promise: answer, resolve, reject } = Promise.withResolvers<URL>()
  // Whoever opened it may be gone by then.
  answer.catch(() => {})
  const server = createServer({ requestTimeout: 5_000, maxHeaderSize: 16_384 }, (request, response) => {
    const url = answerIn(request, redirect, state)
    tell(response, url !== undefined)
    if (!url) return
    resolve(url)
    close()
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    // By number: another user of the machine could have given the name another address.
    server.listen(0, '127.0.0.1', done)
  })
  const redirect = new URL(PATH, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const late = setTimeout(() => {
    const cause: FailureCode = 'sign-in-late'
    reject(new Error('Nobody came back from the identity provider in time.', { cause }))
    close()
  }, patience)
  function close(): void {
    clearTimeout(late)
    server.close()
    server.closeIdleConnections()
  }
  return { redirect, answer, close }
}

function answerIn({ method, url, headers }: IncomingMessage, redirect: URL, state: string): URL | undefined {
  if (method !== 'GET' || headers.host !== redirect.host || !URL.canParse(url ?? '', redirect))
    return undefined
  const came = new URL(url ?? '', redirect)
  return came.pathname === PATH && came.searchParams.get('state') === state ? came : undefined
}

// Nothing of what came is shown, kept or passed on by that page.
function tell(response: ServerResponse, taken: boolean): void {
  const text = taken
    ? 'You can close this page and go back to the Team Leader Desk.'
    : 'There is nothing here.'
  response
    .writeHead(taken ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      connection: 'close',
    })
    .end(`<!doctype html><html lang="en"><title>Team Leader Desk</title><p>${text}</p></html>`)
}
