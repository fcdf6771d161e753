import fastify, { type FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import type { Metrics } from './metrics.ts'

/** For whoever runs the hub, on a port of its own that no desk reaches: `GET /health` and `GET /metrics`. */
export function operationsApp(database: Database, metrics: Metrics): FastifyInstance {
  const app = fastify({ exposeHeadRoutes: false, requestTimeout: 10_000 })
  app.get('/health', async (_request, reply) => {
    const answering = await answers(database)
    return reply.code(answering ? 200 : 503).send({ database: answering ? 'answers' : 'does not answer' })
  })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  return app
}

const PATIENCE = 5000

/** Within some seconds: whoever asks wants to know now. */
function answers({ db }: Database): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const late = setTimeout(resolve, PATIENCE, false)
  db.selectFrom('hub_version')
    .select('one')
    .execute()
    .then(
      () => resolve(true),
      () => resolve(false),
    )
  return promise.finally(() => clearTimeout(late))
}
