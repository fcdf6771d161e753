import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Instant } from '../shared/domain/time.ts'
import type { Database } from './database/database.ts'
import { defend } from './http/defences.ts'
import { answerErrors, refuse, refuseUnread } from './http/errors.ts'
import { type Limits, limit, usualLimits } from './http/limits.ts'
import { endLines } from './http/lines.ts'
import type { Hub } from './hub.ts'
import { openLog } from './operations/log.ts'
import type { Answered } from './operations/metrics.ts'
import { listen } from './pokes/listen.ts'
import { pokeStreams } from './pokes/poke-streams.ts'
import { routeAudit } from './routes/audit.ts'
import { routeDemoPeople } from './routes/demo-people.ts'
import { routeDesk } from './routes/desk.ts'
import { routeHealth } from './routes/health.ts'
import { routeOpenApi } from './routes/openapi.ts'
import { routeSession } from './routes/session.ts'
import { routeSessionDemo } from './routes/session-demo.ts'
import { routeSessionProvider } from './routes/session-provider.ts'
import { routeSyncPokes } from './routes/sync-pokes.ts'
import { routeSyncPull } from './routes/sync-pull.ts'
import { routeSyncPush } from './routes/sync-push.ts'
import type { Provider } from './session/provider.ts'
import { type SessionLimits, usualSession } from './session/session-limits.ts'

export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

export interface AppOptions {
  readonly database: Database
  readonly demo: boolean
  /** The built desk; null serves the protocol only. */
  readonly deskFolder: string | null
  /** Names by which the hub is reached, beside those of this machine. */
  readonly hosts?: readonly string[]
  /** To speak TLS itself; none: plain HTTP, on loopback, with a proxy in front wherever desks come from elsewhere. */
  readonly tls?: Tls | undefined
  /** Where the proxy in front is, which is believed when it says who asks, and how; none: nobody is. */
  readonly proxy?: string | undefined
  readonly clock?: () => Instant
  readonly random?: (bytes: number) => Buffer
  readonly log?: Logger
  /** Who says who somebody is; none: only the demonstration lets anybody in. */
  readonly provider?: Provider | undefined
  readonly limits?: Limits
  readonly session?: SessionLimits | undefined
  /** Told of every request that was answered. */
  readonly answered?: Answered
}

const BODY_BYTES = 16 * 1024
const HEARTBEAT = 20_000

/** The hub's HTTP face over a migrated database. It does not listen; closing it leaves the database open. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, demo, deskFolder, hosts = [], log = openLog() } = options
  const { clock = () => new Date().toISOString(), random = randomBytes, tls, proxy } = options
  const pokes = pokeStreams()
  // Over TLS its type is another one, and all that is done with it the same.
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_BYTES,
    exposeHeadRoutes: false,
    requestTimeout: 30_000,
    // What comes while it ends is answered like anything else, and the line closed.
    return503OnClosing: false,
    trustProxy: proxy ?? false,
    ...(tls && { https: tls }),
    // An address that cannot be read reaches no route and no other handler.
    frameworkErrors: (_problem, _request, reply) => refuse(reply, 'bad-request'),
    clientErrorHandler: refuseUnread,
  })
  const { answered } = options
  if (answered) app.addHook('onResponse', async (request, reply) => answered(request, reply))
  endLines(app)
  acceptJsonOnly(app)
  answerErrors(app, log)
  await defend(app, hosts, tls !== undefined)
  const admit = await limit(app, options.limits ?? usualLimits)
  const { provider } = options
  const hub: Hub = {
    database,
    clock,
    random,
    demo,
    provider: provider ? { forDesks: provider.forDesks } : null,
    session: options.session ?? usualSession,
    pokes,
    admit,
    log,
  }
  await app.register(cookie)
  await app.register(async api => routeApi(api, hub, provider))
  await routeDesk(app, deskFolder)
  await keepPoking(app, hub)
  return app
}

function acceptJsonOnly(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
}

function routeApi(api: FastifyInstance, hub: Hub, provider: Provider | undefined): void {
  api.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  routeHealth(api, hub)
  routeOpenApi(api, hub)
  routeSession(api, hub)
  if (provider) routeSessionProvider(api, hub, provider)
  if (hub.demo) routeSessionDemo(api, hub)
  if (hub.demo) routeDemoPeople(api, hub)
  routeSyncPush(api, hub)
  routeSyncPull(api, hub)
  routeSyncPokes(api, hub)
  routeAudit(api, hub)
}

async function keepPoking(app: FastifyInstance, { database, pokes, log, clock }: Hub): Promise<void> {
  const stop = await listen(database, pokes, log, clock)
  const heart = setInterval(() => pokes.beat(clock()), HEARTBEAT)
  app.addHook('preClose', async () => {
    clearInterval(heart)
    pokes.endAll()
    await stop()
  })
}
