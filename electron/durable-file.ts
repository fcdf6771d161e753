import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a file so that after a crash it is the old one or the new one, whole; nobody else may read it. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const next = `${path}.new`
  try {
    await writeWhole(next, content)
    await rename(next, path)
  } catch (problem) {
    // On a full disk a part of it would only be in the way.
    await rm(next, { force: true }).catch(() => {})
    throw problem
  }
  await syncFolder(dirname(path))
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes names that were added, changed or removed in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS keeps names in its journal.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name beside a file, never one that is taken. */
export function asideName(path: string): string {
  return `${path}.aside-${randomUUID()}`
}

/** Gives a file another name: what it was stays to be looked into. */
export async function setAside(path: string): Promise<void> {
  await rename(path, asideName(path))
  await syncFolder(dirname(path))
}

/** Gives a file another name, where there is one. */
export async function renameIfThere(path: string, to: string): Promise<void> {
  try {
    await rename(path, to)
    await syncFolder(dirname(to))
  } catch (problem) {
    if (!isAbsence(problem)) throw problem
  }
}

/** Null when there is no such file; any other trouble is thrown, never taken for its absence. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (problem) {
    if (isAbsence(problem)) return null
    throw problem
  }
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
  await syncFolder(dirname(path))
}

function isAbsence(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT'
}
