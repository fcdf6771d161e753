import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { PULL } from '../../shared/sync/paths.ts'
import { pullRequest } from '../../shared/sync/pull.ts'
import { ZIPPED, ZIPPED_FROM } from '../../shared/sync/zipped.ts'
import { readMessage } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { pull } from '../pull/pull.ts'
import { assertOwn, sessionOf } from '../session/session.ts'

// Two cookies, each of the most that it may be, and a little beside them.
const PULL_REQUEST_BYTES = 2 * 65_536 + 4096

const zip = promisify(gzip)
// A sixth of it is left; to make it smaller would take longer than that saves.
const QUICKLY = { level: constants.Z_BEST_SPEED }

/** `POST /sync/pull`: what changed since a cookie. */
export function routeSyncPull(app: FastifyInstance, hub: Hub): void {
  app.post(PULL, { bodyLimit: PULL_REQUEST_BYTES }, async (request, reply) => {
    const session = await sessionOf(hub, request)
    const message = readMessage(pullRequest, request.body)
    assertOwn(session, message)
    const { text, isSensitive } = await pull(hub, session.staffNumber, message)
    // As bytes: a text of 2 MB would be measured, copied and encoded once more on its way out.
    const page = Buffer.from(text)
    // What is nationally sensitive is not packed together with what others write: its length would tell of it.
    if (isSensitive || page.length < ZIPPED_FROM || !takesZipped(request.headers.accept)) {
      return reply.type('application/json; charset=utf-8').send(page)
    }
    return reply.type(ZIPPED).send(await zip(page, QUICKLY))
  })
}

const takesZipped = (accept = ''): boolean => accept.split(',').some(type => type.trim() === ZIPPED)
