import type { FastifyInstance } from 'fastify'
import { HEALTH } from '../../shared/sync/paths.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import type { Hub } from '../hub.ts'

/** `GET /health`: whether the hub and its database answer, and what can be known before signing in. */
export function routeHealth(app: FastifyInstance, { database: { db }, demo, provider }: Hub): void {
  app.get(HEALTH, async () => {
    await db.selectFrom('hub_version').select('one').execute()
    return { status: 'ok', protocol: PROTOCOL, demo, provider }
  })
}
