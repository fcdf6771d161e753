import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, failed } from '../../electron/reply.ts'
import { fileSaver } from '../../electron/save-files.ts'
import { answerDialogs, askedNames, dialog } from '../electron-stand-in/dialog.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-save-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const window = { webContents: { printToPDF: async () => Buffer.from('%PDF-') } }
const saver = fileSaver(dialog, () => window as never)
const name = 'Orphans, 26 November 2026.csv'

describe('a file', () => {
  it('is written where the person says, under the name that he gave it', async () => {
    answerDialogs(join(folder, 'mine.csv'))
    expect(await saver.saveCsv(name, new Uint8Array([65, 66]))).toEqual(done(true))
    expect(askedNames().at(-1)).toBe(name)
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('AB')
    answerDialogs(join(folder, 'paper.pdf'))
    expect(await saver.savePdf('Orphans.pdf')).toEqual(done(true))
    expect(readFileSync(join(folder, 'paper.pdf'), 'utf8')).toBe('%PDF-')
  })

  it('is not written where he thought better of it', async () => {
    answerDialogs(null)
    expect(await saver.saveCsv(name, new Uint8Array())).toEqual(done(false))
    expect(await saver.savePdf('Orphans.pdf')).toEqual(done(false))
    expect(readdirSync(folder)).toEqual([])
  })

  it('that the disk does not take is told, without its place', async () => {
    answerDialogs(join(folder, 'no such folder', 'mine.csv'))
    expect(await saver.saveCsv(name, new Uint8Array([1]))).toEqual(failed('not-stored'))
  })

  it('is for a window that is there', async () => {
    expect(await fileSaver(dialog, () => undefined).savePdf('x.pdf')).toEqual(failed('internal'))
  })
})
