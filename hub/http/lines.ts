import type { FastifyInstance } from 'fastify'

const GRACE = 500
const LONGEST = 30_000

/**
 * Lets a hub end: what is under way is answered first, then every connection is closed. A browser keeps some open on
 * which it never asked anything; waiting for those would keep us from ending.
 */
export function endLines(app: FastifyInstance): void {
  const underWay = new Set<object>()
  app.addHook('onRequest', async (_request, { raw }) => {
    underWay.add(raw)
    raw.once('close', () => underWay.delete(raw))
  })
  let look: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    const begun = performance.now()
    look = setInterval(() => {
      const waited = performance.now() - begun
      if (underWay.size === 0 || waited >= LONGEST) app.server.closeAllConnections()
    }, GRACE)
  })
  app.addHook('onClose', async () => clearInterval(look))
}
