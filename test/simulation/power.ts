import { IDBDatabase } from 'fake-indexeddb'

/** What happens to writes from now on: null: all are done; a number: so many more, then the machine is dead. */
let left: number | null = null

const { transaction } = IDBDatabase.prototype

// The one place that every write of every database goes through.
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
  if (left !== null && args[1] === 'readwrite' && left-- <= 0)
    throw new DOMException('The power is cut.', 'AbortError')
  return transaction.apply(this, args)
}

/**
 * Does something on a machine whose power is cut after so many writes; what it throws then is of no interest. `rest`
 * resolves when nothing of it runs any more: a dead machine does not write later.
 */
export async function withPowerFor(
  writes: number,
  work: () => Promise<unknown>,
  rest: () => Promise<void>,
): Promise<void> {
  const { error } = console
  left = writes
  console.error = () => {}
  try {
    await work().catch(() => {})
    left = 0
    await rest()
  } finally {
    left = null
    console.error = error
  }
}
