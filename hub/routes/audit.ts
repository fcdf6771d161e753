import type { FastifyInstance } from 'fastify'
import { READERS, READINGS } from '../../shared/sync/paths.ts'
import { readersRequest, readingsRequest } from '../../shared/sync/readings.ts'
import { readMessage } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { readersOf } from '../readings/readers.ts'
import { recordReadings } from '../readings/record-readings.ts'
import { assertOwn, sessionOf } from '../session/session.ts'

// A hundred readings, each with as many words as it may have.
const READINGS_BYTES = 256 * 1024

/** `POST /audit/readings`: what somebody read in full. `POST /audit/readers`: who read a group, for its directors. */
export function routeAudit(app: FastifyInstance, hub: Hub): void {
  app.post(READINGS, { bodyLimit: READINGS_BYTES }, async request => {
    const session = await sessionOf(hub, request)
    const message = readMessage(readingsRequest, request.body)
    assertOwn(session, message)
    return recordReadings(hub, session, message)
  })

  app.post(READERS, async request => {
    const session = await sessionOf(hub, request)
    const message = readMessage(readersRequest, request.body)
    assertOwn(session, message)
    return readersOf(hub, session.staffNumber, message.masterCaseNumber)
  })
}
