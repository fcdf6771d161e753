/** Runs in the page: when the pages that are kept on the device are as small as they become. */
export async function waitUntilPacked(): Promise<void> {
  const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('desk-cache'))?.name ?? ''
  let before = Number.NaN
  for (;;) {
    const bytes = await sealedBytes()
    if (bytes === before) return
    before = bytes
    await new Promise(done => setTimeout(done, 2_000))
  }

  async function sealedBytes(): Promise<number> {
    const db = await result(indexedDB.open(name))
    const rows: { sealed: Uint8Array }[] = await result(
      db.transaction('records').objectStore('records').getAll(),
    )
    db.close()
    return rows.reduce((sum, { sealed }) => sum + sealed.length, 0)
  }

  function result<Value>(request: IDBRequest<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  }
}
