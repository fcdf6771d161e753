import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import type { Answers } from './ipc.ts'
import { done, failed } from './reply.ts'

type Saving = Pick<Answers, 'saveCsv' | 'savePdf'>

const csv: FileFilter = { name: 'CSV, for spreadsheets', extensions: ['csv'] }
const pdf: FileFilter = { name: 'PDF', extensions: ['pdf'] }

/** Writes what the page has where the person says, in the system's own dialog; the page never gets a path. */
export function fileSaver(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  windowOf: () => BrowserWindow | undefined,
): Saving {
  const save = async (
    name: string,
    filter: FileFilter,
    content: (window: BrowserWindow) => Promise<Uint8Array>,
  ) => {
    const window = windowOf()
    if (!window) return failed('internal')
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: name,
      filters: [filter],
      properties: ['showOverwriteConfirmation'],
    })
    if (canceled || !filePath) return done(false)
    const bytes = await content(window)
    return writeFile(filePath, bytes).then(
      () => done(true),
      () => failed('not-stored'),
    )
  }
  return {
    saveCsv: (name, content) => save(name, csv, async () => content),
    savePdf: name =>
      save(name, pdf, ({ webContents }) =>
        // Sizes and margins are those of the page's own rules for paper; who has it read aloud hears what is a heading.
        webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
        }),
      ),
  }
}
