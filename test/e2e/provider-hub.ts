import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { startHub } from '../../hub/serve.ts'
import { AUDIENCE, anIdentityProvider, CLIENT, type IdentityProvider } from '../identity-provider.ts'
import { hubDatabase } from './hub-databases.ts'

export interface ProviderHub {
  readonly url: URL
  readonly identity: IdentityProvider
  stop(): Promise<void>
}

const project = resolve(import.meta.dirname, '../..')

/** A hub at which one signs in with an identity provider, and nobody for demonstration. */
export async function providerHub(): Promise<ProviderHub> {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const identity = await anIdentityProvider([`${publicUrl}/session/callback`, 'http://127.0.0.1/signed-in'])
  const database = await hubDatabase('hub_filled')
  const hub = await startHub({
    databaseUrl: database.url,
    port,
    demo: false,
    deskFolder: join(project, 'dist/renderer'),
    provider: {
      issuer: identity.issuer,
      clientId: CLIENT,
      clientSecret: null,
      claim: 'staff_number',
      audience: AUDIENCE,
      publicUrl,
    },
  })
  return {
    url: new URL(publicUrl),
    identity,
    async stop() {
      await hub.close()
      await identity.close()
      await database.drop()
    },
  }
}

// The provider must know where it sends people back to before the hub is there.
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
