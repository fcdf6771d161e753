import type { HubResponse, HubTransport } from '../home/home.ts'

/** The way to the hub of one desk, which ends with it: what is on its way then arrives nowhere. */
export interface Line {
  readonly transport: HubTransport
  /** What runs has no answer, nor has what is asked from now on; returns how to mend it. */
  cut(): () => void
}

export function openLine(transport: HubTransport): Line {
  let end = new AbortController()
  return {
    transport: {
      request(method, path, body) {
        const { signal } = end
        // Not left to the transport alone: Electron's bridge cannot be told to stop.
        return unlessCut(signal, () => transport.request(method, path, body, signal))
      },
      pokes(poked, lost) {
        const { signal } = end
        const stop = transport.pokes(poked, gone)
        function gone(): void {
          signal.removeEventListener('abort', cut)
          lost()
        }
        function cut(): void {
          stop()
          lost()
        }
        signal.addEventListener('abort', cut, { once: true })
        return () => {
          signal.removeEventListener('abort', cut)
          stop()
        }
      },
    },
    cut() {
      end.abort()
      return () => {
        end = new AbortController()
      }
    },
  }
}

async function unlessCut(signal: AbortSignal, ask: () => Promise<HubResponse>): Promise<HubResponse> {
  signal.throwIfAborted()
  const { promise: cut, reject } = Promise.withResolvers<never>()
  const gone = () => reject(signal.reason)
  signal.addEventListener('abort', gone, { once: true })
  try {
    return await Promise.race([ask(), cut])
  } finally {
    signal.removeEventListener('abort', gone)
  }
}
