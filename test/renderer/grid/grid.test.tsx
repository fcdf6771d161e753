// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Column } from '../../../renderer/grid/column.ts'
import { Grid } from '../../../renderer/grid/grid.tsx'
import { linesOf, type Sections } from '../../../renderer/grid/lines.ts'
import { likeABrowser } from '../make/in-page.ts'

interface Row {
  readonly id: string
  readonly days: number
}

const columns: readonly Column<Row>[] = [
  { id: 'id', title: 'Number', width: 90, cell: ({ id }) => id, sortValue: ({ id }) => id },
  { id: 'days', title: 'Days', width: 60, cell: ({ days }) => days, align: 'end' },
]
const rowsOf = (size: number, from = 0) =>
  Array.from({ length: size }, (_, at): Row => ({ id: `G${from + at}`, days: at }))

function List({
  size,
  from = 0,
  sections = null,
  opened,
  shown = columns,
}: {
  size: number
  from?: number
  sections?: Sections<Row> | null
  opened?: (row: Row) => void
  shown?: readonly Column<Row>[]
}) {
  const lines = linesOf(rowsOf(size, from), ({ id }) => id, sections)
  const [focused, setFocused] = useState('G0')
  const [selected, setSelected] = useState<readonly string[]>([])
  return (
    <>
      <Grid
        label="Case groups"
        columns={shown}
        lines={lines}
        sort={null}
        onSort={() => undefined}
        focused={lines.findIndex(({ key }) => key === focused)}
        onFocus={setFocused}
        onOpen={row => opened?.(row)}
        selection={{ list: selected, keys: new Set(selected), change: setSelected }}
      />
      <output>{selected.join(' ')}</output>
      <p data-testid="focused">{focused}</p>
    </>
  )
}

const grid = () => screen.getByRole('grid')
const press = (key: string, more = {}) => fireEvent.keyDown(grid(), { key, ...more })
const focused = () => screen.getByTestId('focused').textContent
const selected = () => screen.getByRole('status').textContent

beforeEach(likeABrowser)
afterEach(cleanup)

describe('the grid', () => {
  it('tells how many rows and columns there are, whatever is drawn of them', () => {
    render(<List size={50_000} />)
    expect(grid().getAttribute('aria-rowcount')).toBe('50001')
    expect(grid().getAttribute('aria-colcount')).toBe('3')
    expect(screen.getAllByRole('row').length).toBeLessThanOrEqual(80)
  })

  it('names the focused row, which is drawn wherever it is', () => {
    render(<List size={50_000} />)
    press('End')
    const active = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
    expect(active?.getAttribute('aria-rowindex')).toBe('50001')
    expect(active?.textContent).toContain('G49999')
    expect(screen.getAllByRole('row').length).toBeLessThanOrEqual(80)
  })

  it('goes up and down, and stays at the ends', () => {
    render(<List size={3} />)
    press('ArrowUp')
    expect(focused()).toBe('G0')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) press(key)
    expect(focused()).toBe('G2')
    press('Home')
    expect(focused()).toBe('G0')
  })

  it('passes over headings', () => {
    const sections = {
      of: ({ days }: Row) => (days < 2 ? 'few' : 'many'),
      title: (name: string) => name,
      alarming: () => false,
    }
    render(<List size={4} sections={sections} />)
    for (const key of ['ArrowDown', 'ArrowDown']) press(key)
    expect(focused()).toBe('G2')
    press('ArrowUp')
    expect(focused()).toBe('G1')
  })

  it('selects a row, a range with Shift, and all', () => {
    render(<List size={5} />)
    press(' ')
    expect(selected()).toBe('G0')
    press('ArrowDown', { shiftKey: true })
    press('ArrowDown', { shiftKey: true })
    expect(selected()).toBe('G0 G1 G2')
    press(' ')
    expect(selected()).toBe('G0 G1')
    press('a', { ctrlKey: true })
    expect(selected()?.split(' ')).toHaveLength(5)
  })

  it('selects by Ctrl and Shift clicks as any Windows list does', () => {
    render(<List size={6} />)
    const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) })
    fireEvent.click(row('G1'), { ctrlKey: true })
    fireEvent.click(row('G4'), { shiftKey: true })
    expect(selected()).toBe('G1 G2 G3 G4')
    expect(row('G3').getAttribute('aria-selected')).toBe('true')
    expect(row('G5').getAttribute('aria-selected')).toBe('false')
  })

  it('opens a row by Enter', () => {
    const opened: string[] = []
    render(<List size={3} opened={({ id }) => opened.push(id)} />)
    press('ArrowDown')
    press('Enter')
    expect(opened).toEqual(['G1'])
  })

  it('draws another list in the window first, and beyond it at rest', async () => {
    const { rerender } = render(<List size={50_000} />)
    const drawn = (line: number) => grid().querySelector(`[data-line="${line}"]`)?.textContent
    rerender(<List size={40_000} from={7_000} />)
    expect(drawn(3)).toContain('G7003')
    expect(drawn(25)).toContain('G25')
    await waitFor(() => expect(drawn(25)).toContain('G7025'))
  })

  it('cuts off only what may have no room', () => {
    const wide = (text: string): Column<Row> => ({ id: text, title: '', width: 90, cell: () => text })
    render(<List size={1} shown={[wide('10000002'), wide('A title with no room in it')]} />)
    const cut = [...grid().querySelectorAll('.grid-cut')].map(cell => cell.textContent)
    expect(cut).toEqual(['A title with no room in it'])
  })

  it('follows the wheel where two keys within a frame led away and back', () => {
    render(<List size={50_000} />)
    press('End')
    press('Home')
    grid().scrollTop = 2_800
    fireEvent.scroll(grid())
    expect(grid().querySelector('[data-line="100"]')?.textContent).toContain('G100')
  })

  it('draws the cells in sight only, each under its header, and the first one always', () => {
    const many = Array.from({ length: 30 }, (_, at): Column<Row> => {
      return { id: `c${at}`, title: `C${at}`, width: 100, cell: ({ id }) => `${id} in C${at}` }
    })
    render(<List size={3} shown={many} />)
    const drawn = () => [...(grid().querySelector('[data-line="1"]')?.children ?? [])].map(cellOf)
    const first = Array.from({ length: 17 }, (_, at) => `C${at}: G1 in C${at}`)
    expect(drawn()).toEqual(['Selected: ', ...first])
    // Only where something passes under them do the first cells stick: each is a layer of its own then.
    expect(grid().classList).not.toContain('grid-aside')
    grid().scrollLeft = 1_200
    fireEvent.scroll(grid())
    expect(grid().classList).toContain('grid-aside')
    expect(drawn()[1]).toBe('C0: G1 in C0')
    expect(drawn()).toContain('C26: G1 in C26')
    expect(drawn()).not.toContain('C3: G1 in C3')
    expect(grid().getAttribute('aria-colcount')).toBe('31')
  })
})

/** A cell under its header, by the number that it says it has. */
function cellOf(cell: Element): string {
  const over = `.grid-header [aria-colindex="${cell.getAttribute('aria-colindex')}"]`
  return `${grid().querySelector(over)?.textContent}: ${cell.textContent}`
}

describe('a cell that is cut', () => {
  const long = 'Marigold Featherstonehaugh'
  const named: Column<Row> = { id: 'name', title: 'Name', width: 90, cell: () => long }

  /** As wide as the browser would make it. */
  const wide = (element: Element, text: number, room: number) =>
    Object.defineProperties(element, {
      scrollWidth: { value: text, configurable: true },
      clientWidth: { value: room, configurable: true },
    })

  it('says all of it while one points at it, and not where it has room', () => {
    render(<List size={1} shown={[named]} />)
    const cell = screen.getByText(long)
    wide(cell, 180, 74)
    fireEvent.pointerOver(cell)
    expect(cell.title).toBe(long)
    fireEvent.pointerOut(cell)
    expect(cell.title).toBe('')
    wide(cell, 60, 74)
    fireEvent.pointerOver(cell)
    expect(cell.title).toBe('')
  })
})

describe('ACC-3 a cell that is cut', () => {
  const names: readonly Column<string>[] = [{ id: 'name', title: 'Name', width: 90, cell: name => name }]
  const listOf = (name: string) => (
    <Grid
      label="Names"
      columns={names}
      lines={linesOf([name], each => each, null)}
      sort={null}
      onSort={() => undefined}
      focused={0}
      onFocus={() => undefined}
      onOpen={() => undefined}
      selection={null}
    />
  )
  const pointAt = (text: string) => {
    const cell = screen.getByText(text)
    Object.defineProperty(cell, 'scrollWidth', { value: 5000, configurable: true })
    fireEvent.pointerOver(cell)
    return cell
  }

  it('says all of it to whoever points at it, and nothing of that when it shows somebody else', () => {
    const { rerender } = render(listOf('Marigold Featherstonehaugh'))
    const cell = pointAt('Marigold Featherstonehaugh')
    expect(cell.title).toBe('Marigold Featherstonehaugh')
    rerender(listOf('Smith'))
    expect(cell.textContent).toBe('Smith')
    expect(cell.title).toBe('')
  })

  it('says nothing more once one points elsewhere', () => {
    render(listOf('Marigold Featherstonehaugh'))
    const cell = pointAt('Marigold Featherstonehaugh')
    fireEvent.pointerOver(screen.getByText('Name'))
    expect(cell.title).toBe('')
    expect(pointAt('Marigold Featherstonehaugh').title).not.toBe('')
    fireEvent.pointerLeave(screen.getByRole('grid'))
    expect(cell.title).toBe('')
  })
})
