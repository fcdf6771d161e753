import fastify, { type FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import type { Metrics } from './metrics.ts'

/** For whoever runs the hub, on a port of its own that no desk reaches: `GET /health` and `GET /metrics`. */
export function operationsApp({ db }: Database, metrics: Metrics): FastifyInstance {
  const app = fastify({ exposeHeadRoutes: false, requestTimeout: 10_000 })
  app.get('/health', async (_request, reply) => {
    const answers = await db
      .selectFrom('hub_version')
      .select('one')
      .execute()
      .then(
        () => true,
        () => false,
      )
    return reply.code(answers ? 200 : 503).send({ database: answers ? 'answers' : 'does not answer' })
  })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  return app
}
