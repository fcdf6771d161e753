import type { FastifyInstance } from 'fastify'

/** Every route that is registered, out of the tree that Fastify prints: `GET /session`. */
export function routesOf(app: FastifyInstance): readonly string[] {
  const above: string[] = []
  const found = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => {
      const [, indent = '', path = '', methods] = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? []
      const depth = indent.length / 4
      above.splice(depth, above.length, path)
      return methods?.split(', ').map(method => `${method} ${above.join('')}`) ?? []
    })
  return found.sort()
}
