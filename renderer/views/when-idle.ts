// Where no frame is drawn, as of a page that nobody looks at, and where there is always something else to do, it is not
// put off for ever. After a start the rest of what is kept is read first (`readingInTime`).
const WITHOUT_FRAME = 500
const WITHOUT_REST = 3_000

/**
 * Does something once the page has nothing else to do and the next frame is on the screen: a page that waits for its
 * frame is idle as well, and the frame would wait for the work. Says how to leave it undone.
 */
export function whenIdle(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  let idle = 0
  const ask = () => {
    stopWaiting()
    idle = requestIdleCallback(work, { timeout: WITHOUT_REST })
  }
  const stopWaiting = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
  port1.onmessage = ask
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(ask, WITHOUT_FRAME)
  return () => {
    stopWaiting()
    cancelIdleCallback(idle)
  }
}
