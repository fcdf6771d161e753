import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Outside } from '../electron-stand-in/outside.ts'
import { outsideOf } from './open-page.ts'

export interface SavedFile {
  /** What the desk would have it called. */
  readonly name: string
  readonly content: Buffer
}

/** The file that the desk saves when it is told to: a browser downloads it, the application asks where it goes. */
export async function savedFile(page: Page, tell: () => Promise<unknown>): Promise<SavedFile> {
  const outside = outsideOf(page)
  return outside ? inDialog(outside, tell) : downloaded(page, tell)
}

async function downloaded(page: Page, tell: () => Promise<unknown>): Promise<SavedFile> {
  const waiting = page.waitForEvent('download')
  await tell()
  const file = await waiting
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
}

/** What the application writes where the person says. */
export async function inDialog(outside: Outside, tell: () => Promise<unknown>): Promise<SavedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-saved-'))
  const file = join(folder, 'saved')
  await outside.saveTo(file)
  await tell()
  let content: Buffer = Buffer.alloc(0)
  // It is begun before it is written, and a line is no end: what has an end and grows no more is whole.
  const isWhole = async () => {
    const before = content
    content = await readFile(file).catch(() => Buffer.alloc(0))
    return content.equals(before) && /(\r\n|%%EOF\s*)$/.test(content.toString('latin1'))
  }
  await expect.poll(isWhole).toBe(true)
  const saved = { name: (await outside.askedNames()).at(-1) ?? '', content }
  await rm(folder, { recursive: true })
  return saved
}
