// @vitest-environment jsdom
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { Tag } from '../../../renderer/components/tag.tsx'
import { csvOf } from '../../../renderer/export/csv.ts'
import { fileNameOf } from '../../../renderer/export/file-name.ts'
import { textOf } from '../../../renderer/export/text-of.ts'
import type { Column } from '../../../renderer/grid/column.ts'
import { linesOf } from '../../../renderer/grid/lines.ts'
import { listOnShow } from '../../../renderer/grid/list-on-show.ts'
import { countCell } from '../../../renderer/views/list/cells.tsx'

interface Row {
  readonly id: string
  readonly says: string
}

const columns: readonly Column<Row>[] = [
  { id: 'id', title: 'Number', width: 90, cell: ({ id }) => <span className="number">{id}</span> },
  { id: 'says', title: 'Says', width: 90, cell: ({ says }) => says },
]
const never = new AbortController().signal
const atOnce = async () => undefined

async function textOfCsv(rows: readonly Row[], selected: readonly string[] = [], headed = false) {
  const sections = headed
    ? {
        of: ({ id }: Row) => id,
        title: (of: string, count: number) => `No ${of} · ${count}`,
        alarming: () => false,
      }
    : null
  const list = listOnShow(
    'Rows',
    columns,
    linesOf(rows, ({ id }) => id, sections),
    new Set(selected),
  )
  const blob = await csvOf({ list, leftOut: 0 }, () => undefined, atOnce, never)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(blob))
}

async function bytesOf(blob: Blob | undefined): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(blob ?? new Blob())
  })
}

describe('a list as CSV', () => {
  it('has a byte order mark, titles, CR LF, and says what is displayed', async () => {
    expect(await textOfCsv([{ id: '7', says: 'Siân, “ß”' }])).toBe('\uFEFFNumber,Says\r\n7,"Siân, “ß”"\r\n')
  })

  it('has the heading of each row as its first column, without its count', async () => {
    expect(await textOfCsv([{ id: '7', says: 'a' }], [], true)).toBe(
      '\uFEFFGroup,Number,Says\r\nNo 7,7,a\r\n',
    )
  })

  it('holds the selected rows only, in the order displayed; all where none in sight is selected', async () => {
    const rows = ['1', '2', '3'].map(id => ({ id, says: '' }))
    expect(await textOfCsv(rows, ['3', '1'])).toBe('\uFEFFNumber,Says\r\n1,\r\n3,\r\n')
    expect(await textOfCsv(rows, ['9'])).toBe('\uFEFFNumber,Says\r\n1,\r\n2,\r\n3,\r\n')
  })

  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1'])(
    'makes %j harmless, so that no spreadsheet computes it (OWASP)',
    async says => {
      expect(await textOfCsv([{ id: '7', says }])).toContain(`7,"'${says.trim()}"`)
    },
  )

  it('has no cell that begins with a tab or a carriage return', async () => {
    expect(await textOfCsv([{ id: '7', says: '\t\rx' }])).toContain('7,x')
  })

  it('gives back, read again, what was displayed, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async says => {
        const { data } = Papa.parse<string[]>((await textOfCsv([{ id: '7', says }])).slice(1).trimEnd())
        const cell = data[1]?.[1] ?? ''
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')).toBe(textOf(says))
      }),
    )
  })

  it('tells how far it is, and stops when it is cancelled', async () => {
    const rows = Array.from({ length: 1_201 }, (_, at) => ({ id: String(at), says: '' }))
    const list = listOnShow(
      'Rows',
      columns,
      linesOf(rows, ({ id }) => id, null),
      new Set(),
    )
    const told: number[] = []
    await csvOf({ list, leftOut: 0 }, ({ done }) => told.push(done), atOnce, never)
    expect(told).toEqual([500, 1_000, 1_201])
    const cancel = new AbortController()
    const cancelling = async () => cancel.abort()
    expect(await csvOf({ list, leftOut: 0 }, () => undefined, cancelling, cancel.signal)).toBeUndefined()
  })

  it('is named in plain words with its date', () => {
    expect(fileNameOf('Orphans', '2026-11-26')).toBe('Orphans, 26 November 2026')
  })
})

describe('what a cell says', () => {
  it('is its words, its tags after them, several parted by commas, without what is hidden', () => {
    const cell = (
      <>
        Ahmed, Olivia <Tag tone="calm">Locked</Tag>
        <Tag tone="warn">due today</Tag>
        <span aria-hidden="true">↑</span>
        {null}
      </>
    )
    expect(textOf(cell)).toBe('Ahmed, Olivia Locked, due today')
    expect(textOf(countCell(1204))).toBe('1,204')
    expect(textOf(null)).toBe('')
  })
})
