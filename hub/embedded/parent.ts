/** What the embedded hub says to the desk that started it. */
export type ToldByHub =
  | { readonly kind: 'listens'; readonly port: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface Parent {
  tell(told: ToldByHub): void
  /** The parent says so, or it is gone. */
  onStop(stop: () => Promise<void>): void
}

interface Port {
  postMessage(message: unknown): void
  on(event: 'message' | 'close', listener: () => void): unknown
}

type Ours = Pick<NodeJS.Process, 'once' | 'exit'> & { readonly parentPort?: Port }

/** In a utility process of Electron there is a port to the main process. */
export function parentOf(process: Ours): Parent {
  const { parentPort } = process
  if (!parentPort) throw new Error('The embedded hub is started by the desk.')
  return {
    tell: told => parentPort.postMessage(told),
    onStop(stop) {
      let stopping = false
      const once = () => {
        if (stopping) return
        stopping = true
        void stop().catch(() => process.exit(1))
      }
      // The only message there is, and the end of whoever could send it.
      parentPort.on('message', once)
      parentPort.on('close', once)
      process.once('SIGTERM', once)
    },
  }
}
