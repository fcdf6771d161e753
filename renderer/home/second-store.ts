interface StorageBuckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>
}

/** Databases of this page in files apart from its others; null where the browser knows of none. */
export async function secondStore(): Promise<IDBFactory | null> {
  const { storageBuckets } = navigator as { readonly storageBuckets?: StorageBuckets }
  return storageBuckets ? (await storageBuckets.open('desk-copy')).indexedDB : null
}
