import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built desk, from the same origin as the protocol. Its routes are in the hash, so there is one page. */
export async function routeDesk(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(folder)) return
  await app.register(fastifyStatic, {
    root: resolve(folder),
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders(reply, path) {
      // What Vite builds below assets/ has a hash of its content in its name.
      const lasting = path.includes('/assets/') || path.includes('\\assets\\')
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
