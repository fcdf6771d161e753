import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the PostgreSQL at `url`, and what can happen to one. */
export async function aLine(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isHeld = false
  const held = new Set<Socket>()
  let said = ''
  let pieces = 0
  const join = (near: Socket) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
    near.on('data', chunk => {
      said += chunk.toString('latin1')
      pieces++
    })
    near.pipe(far)
    far.pipe(near)
  }
  const server = createServer(near => {
    if (!isHeld) return join(near)
    held.add(near.on('error', () => {}).once('close', () => held.delete(near)))
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
    /** It takes connections from now on and says nothing on them. */
    hold(): void {
      isHeld = true
    },
    /** It speaks on those too. */
    letGo(): void {
      isHeld = false
      for (const near of held) join(near)
    },
    /** How many of them there are still. */
    held: () => held.size,
    /** Whether the database was sent this text. */
    hasSaid: (text: string) => said.includes(text),
    /** In how many pieces all came that the database was sent. */
    pieces: () => pieces,
    close(): void {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
