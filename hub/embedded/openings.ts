interface Openings {
  /** Waits for what opens, and has it closed at the end; rejects, once that is there, where the end came meanwhile. */
  open<Value>(opening: Promise<Value>, close: (value: Value) => Promise<void>): Promise<Value>
  /** Closes what is open, the last first, and what is being opened as soon as it is; once, whoever asks again. */
  close(): Promise<void>
}

export function openings(): Openings {
  const open: (() => Promise<void>)[] = []
  let last: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | null = null
  async function closeAll(): Promise<void> {
    await last
    for (const close of open.reverse()) await close()
  }
  return {
    async open(opening, close) {
      if (closing) throw new Error('It is told to end.')
      const opened = opening.then(value => {
        open.push(() => close(value))
        return value
      })
      last = opened.catch(() => {})
      const value = await opened
      if (closing) throw new Error('It was told to end.')
      return value
    },
    close() {
      closing ??= closeAll()
      return closing
    },
  }
}
