import { type FileHandle, open } from 'node:fs/promises'

/** Rows are kept as text until they are flushed, so the caller decides how much memory they take. */
interface CsvWriter {
  write(fields: readonly string[]): void
  flush(): Promise<void>
  close(): Promise<void>
}

export interface CsvStyle {
  readonly lineEnd: '\r\n' | '\n'
  readonly byteOrderMark: boolean
}

export async function csvWriter(path: string, style: CsvStyle): Promise<CsvWriter> {
  const file: FileHandle = await open(path, 'w')
  let pending = style.byteOrderMark ? '\uFEFF' : ''

  async function flush(): Promise<void> {
    const text = pending
    pending = ''
    if (text !== '') await file.appendFile(text)
  }

  return {
    write: fields => {
      pending += csvLine(fields) + style.lineEnd
    },
    flush,
    close: async () => {
      await flush()
      await file.close()
    },
  }
}

function csvLine(fields: readonly string[]): string {
  let line = ''
  for (let index = 0; index < fields.length; index += 1) {
    line += (index === 0 ? '' : ',') + quoted(fields[index] ?? '')
  }
  return line
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
