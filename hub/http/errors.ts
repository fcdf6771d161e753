import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import type { HubErrorCode } from '../../shared/sync/hub-error.ts'
import { brokeOff, didNotCome } from '../database/broke-off.ts'
import { answerOf, Refusal } from './refusal.ts'

/** Every failure becomes one of the closed list; what it was is logged, without what anybody sent. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  // Fastify itself would take a path that somebody asks for to be a pattern, and fail on some.
  const paths = new Set<string>()
  app.addHook('onRoute', ({ url }) => void paths.add(url))
  app.setErrorHandler((problem, request, reply) => {
    const code = codeOf(problem)
    if (code === 'internal' || code === 'busy')
      log.error(traceOf(problem), `${request.method} failed: ${code}`)
    return refuse(reply, code)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    return refuse(reply, paths.has(path) ? 'method-not-allowed' : 'not-found')
  })
}

const RETRY_SECONDS = 2
const RETRY_SPREAD = 4
const A_WHILE = 30

export function refuse(reply: FastifyReply, code: HubErrorCode) {
  const { status, body } = answerOf(code)
  // Spread, so that those who were turned away together do not come back together.
  if (code === 'busy') reply.header('retry-after', RETRY_SECONDS + Math.floor(Math.random() * RETRY_SPREAD))
  if (code === 'too-many-requests' && !reply.hasHeader('retry-after')) reply.header('retry-after', A_WHILE)
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

/**
 * What is no HTTP or has too large a head has no request to answer: the same words, and the line is closed. It is closed
 * without a word where nothing came in time: browsers open lines that they may need, and would take what is said on one
 * for the answer to what they send on it in that moment.
 */
export function refuseUnread(problem: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || problem.code === 'ERR_HTTP_REQUEST_TIMEOUT') return void socket.destroy()
  const { status, body } = answerOf('bad-request')
  const text = JSON.stringify(body)
  const head = [
    `HTTP/1.1 ${status} Bad Request`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

const codes: Readonly<Record<string, HubErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  // PostgreSQL is out of reach, is stopping, has no room left on its disk or in its memory, or undid one of two transactions that waited for each
  // other, or an import took longer than a push waits.
  ECONNREFUSED: 'busy',
  ECONNRESET: 'busy',
  ETIMEDOUT: 'busy',
  EHOSTUNREACH: 'busy',
  ENETUNREACH: 'busy',
  EPIPE: 'busy',
  '57P01': 'busy',
  '57P02': 'busy',
  '57P03': 'busy',
  '53100': 'busy',
  '53200': 'busy',
  '53300': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
}

/** What a failure is told as. */
export function codeOf(problem: unknown): HubErrorCode {
  if (problem instanceof Refusal) return problem.code
  const { code, statusCode, message } = problem as { code?: string; statusCode?: number; message?: string }
  if (code !== undefined && codes[code]) return codes[code]
  if (statusCode !== undefined && statusCode < 500) return 'bad-request'
  return brokeOff(message) || didNotCome(message) ? 'busy' : 'internal'
}

// The message of an error can quote a row, and lines in it can look like places; so only its kind and where it was
// thrown are kept.
export function traceOf(problem: unknown) {
  if (!(problem instanceof Error)) return { name: typeof problem }
  const { name, code, message, stack = '' } = problem as Error & { code?: string }
  const told = stack.indexOf(message)
  const after = told < 0 ? '' : stack.slice(told + message.length)
  return { name, code, places: after.split('\n').filter(line => /^\s+at /.test(line)) }
}
