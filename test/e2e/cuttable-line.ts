import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the hub that can be cut like a network cable: what is open breaks, what is new gets nowhere. */
export interface CuttableLine {
  readonly url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function cuttableLine(hub: URL): Promise<CuttableLine> {
  const open = new Set<Socket>()
  let whole = true
  const server = createServer(near => {
    if (!whole) {
      near.destroy()
      return
    }
    const far = connect(Number(hub.port), hub.hostname)
    join(near, far, open)
    join(far, near, open)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    cut() {
      whole = false
      breakAll()
    },
    mend() {
      whole = true
    },
    async close() {
      breakAll()
      await new Promise(closed => server.close(closed))
    },
  }
}

function join(from: Socket, to: Socket, open: Set<Socket>): void {
  open.add(from)
  from.pipe(to)
  from.on('error', () => to.destroy())
  from.on('close', () => {
    open.delete(from)
    to.destroy()
  })
}
