import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the PostgreSQL at `url`, and what can happen to one. */
export async function aLine(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
    near.pipe(far)
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    /** The machine at its other end is gone without a word; one in its place takes new connections. */
    vanish(): void {
      for (const socket of sockets) socket.unpipe().pause()
    },
    close(): void {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
