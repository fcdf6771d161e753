import type { Protocol } from 'electron'
import { strict } from './strict.ts'

type Handler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, Handler>()
const declared = new Set<string>()

export const protocol = strict<Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme } of schemes) declared.add(scheme)
  },
  handle(scheme, handler) {
    if (!declared.has(scheme)) throw new Error(`The scheme ${scheme} was not declared.`)
    handlers.set(scheme, handler)
  },
})

/** What the handler of the app's scheme answers; null where there is none. */
export async function answerOf(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler ? handler(request) : null
}
