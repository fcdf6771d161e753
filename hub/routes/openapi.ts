import type { FastifyInstance } from 'fastify'
import type { Hub } from '../hub.ts'
import { openApi } from '../openapi/openapi.ts'

/** `GET /openapi.json`: the hub's HTTP face, for tools. */
export function routeOpenApi(app: FastifyInstance, { demo, provider }: Hub): void {
  const description = openApi({ demo, provider: provider !== null })
  app.get('/openapi.json', async () => description)
}
