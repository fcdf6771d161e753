import { describe, expect, it } from 'vitest'
import { fits } from '../../../renderer/grid/fits.ts'

describe('whether a cell has room for what it holds', () => {
  it('is certain of nothing, and of a text much shorter than the cell, in a span too', () => {
    expect(fits(null, 20)).toBe(true)
    expect(fits('', 10)).toBe(true)
    expect(fits('10000002', 92)).toBe(true)
    expect(fits(<span className="number">10000002</span>, 92)).toBe(true)
  })

  it('is doubted of a longer text, the sooner the wider its letters', () => {
    expect(fits('Maintenance Service Scotland', 140)).toBe(false)
    expect(fits('illicitly', 90)).toBe(true)
    expect(fits('MMMMMMMMM', 90)).toBe(false)
    expect(fits('李小龍李小龍', 90)).toBe(false)
  })

  it('is doubted of everything that is more than a text', () => {
    expect(fits(<em>no</em>, 400)).toBe(false)
    expect(fits([<span key="a">no</span>], 400)).toBe(false)
    expect(
      fits(
        <span>
          no <b>no</b>
        </span>,
        400,
      ),
    ).toBe(false)
  })
})
