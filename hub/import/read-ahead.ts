/**
 * Passes on what a source yields, and lets the source go on while the consumer is busy with other things: up to
 * `limit` pieces wait.
 */
export async function* readAhead<Piece>(source: AsyncIterable<Piece>, limit: number): AsyncGenerator<Piece> {
  const waiting: Piece[] = []
  let wake = () => {}
  let stopped = false
  let ended = false
  const change = () => new Promise<void>(resolve => (wake = resolve))

  async function pump(): Promise<void> {
    for await (const piece of source) {
      waiting.push(piece)
      wake()
      while (waiting.length >= limit && !stopped) await change()
      if (stopped) return
    }
  }

  let problem: unknown
  const pumping = pump()
    .catch(found => {
      problem = found ?? new Error('The source failed.')
    })
    .finally(() => {
      ended = true
      wake()
    })
  try {
    for (;;) {
      const piece = waiting.shift()
      if (piece !== undefined) {
        wake()
        yield piece
      } else if (!ended) await change()
      else if (problem) throw problem
      else return
    }
  } finally {
    stopped = true
    wake()
    await pumping
  }
}
