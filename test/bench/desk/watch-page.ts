/** What the page notes for the bench, from before its own scripts run. */
export interface Watch {
  /** When what was waited for was on the screen, by the page's clock; rejects when it is not for a minute. */
  painted(isThere: () => boolean): Promise<number>
  /** What the rows say that are in the page. */
  rows(): string
  /** What is waited for since before it was caused. */
  change: Promise<number>
  /** The last press of a key or of the mouse. */
  lastInput: number
  /** Writing transactions that were completed: in which database, and when. */
  readonly writes: { readonly database: string; readonly at: number }[]
  /** Writing transactions under way. */
  writing: number
  /** Replies to pulls: when the last byte was there. */
  readonly pulls: { readonly bytes: number; readonly at: number }[]
}

declare global {
  interface Window {
    bench: Watch
  }
}

/** Runs in the page. It only takes notes. */
export function watchPage(): void {
  const watch: Watch = {
    lastInput: 0,
    change: Promise.resolve(0),
    writes: [],
    writing: 0,
    pulls: [],
    rows: () =>
      [...document.querySelectorAll('[role=grid] [data-line]')].map(row => row.textContent).join('\n'),
    // A change that is there when a frame begins is painted with it; the message comes after that.
    painted: isThere =>
      new Promise((resolve, reject) => {
        const started = performance.now()
        const look = () => {
          if (performance.now() - started > 60_000) return reject(new Error('It never came.'))
          if (!isThere()) return requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now())
          return port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }),
  }
  window.bench = watch
  for (const kind of ['keydown', 'click'] as const) {
    addEventListener(
      kind,
      event => {
        watch.lastInput = event.timeStamp
      },
      true,
    )
  }
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...args) {
    const opened = transaction.apply(this, args)
    if (opened.mode !== 'readwrite') return opened
    watch.writing++
    const end = () => {
      watch.writing--
      watch.writes.push({ database: this.name, at: performance.now() })
    }
    opened.addEventListener('complete', end)
    opened.addEventListener('abort', end)
    return opened
  }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!entry.name.endsWith('/sync/pull') || !(entry instanceof PerformanceResourceTiming)) continue
      watch.pulls.push({ bytes: entry.decodedBodySize, at: entry.responseEnd })
    }
  }).observe({ type: 'resource', buffered: true })
}
