import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import { ZIPPED } from '../../shared/sync/zipped.ts'

/** A line to the hub that can be cut like a network cable: what is open breaks, what is new gets nowhere. */
export interface CuttableLine {
  readonly url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** `asText`: over it the hub sends no page gzipped, so that what is read of one can be searched for. */
export async function cuttableLine(hub: URL, { asText = false } = {}): Promise<CuttableLine> {
  const open = new Set<Socket>()
  let whole = true
  const server = createServer(near => {
    if (!whole) {
      near.destroy()
      return
    }
    const far = connect(Number(hub.port), hub.hostname)
    join(near, far, open, asText ? takingNoneZipped() : undefined)
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

function join(from: Socket, to: Socket, open: Set<Socket>, through?: Transform): void {
  open.add(from)
  if (through) from.pipe(through).pipe(to)
  else from.pipe(to)
  from.on('error', () => to.destroy())
  from.on('close', () => {
    open.delete(from)
    to.destroy()
  })
}

// In the head of a request, which comes in one piece.
const acceptsZipped = new RegExp(`(\\r\\naccept: [^\\r]*)${ZIPPED}`, 'i')

const takingNoneZipped = () =>
  new Transform({
    transform: (piece: Buffer, _, done) =>
      done(null, Buffer.from(piece.toString('latin1').replace(acceptsZipped, '$1text/plain'), 'latin1')),
  })
