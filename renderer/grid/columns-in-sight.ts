/** Whose cells are drawn: the first, which stays in sight, and those from one place to before another. */
export interface ColumnsInSight {
  readonly from: number
  readonly to: number
}

// In pixels, on either side: what a turn of the wheel brings in is there.
const MARGIN = 80

/**
 * Which columns to draw, of such widths, after `lead` pixels, in so many pixels from `scrolled` on. All where the size
 * is not known yet, and where all have room: then they are wider than said.
 */
export function columnsInSight(
  widths: readonly number[],
  lead: number,
  room: number,
  scrolled: number,
): ColumnsInSight {
  const ends = endsOf(widths, lead)
  if (room === 0 || (ends.at(-1) ?? 0) <= room) return { from: 1, to: widths.length }
  const from = ends.findIndex(end => end > scrolled - MARGIN)
  const to = ends.findIndex(end => end >= scrolled + room + MARGIN)
  return { from: Math.max(1, from), to: to < 0 ? widths.length : to + 1 }
}

function endsOf(widths: readonly number[], lead: number): readonly number[] {
  let end = lead
  return widths.map(width => {
    end += width
    return end
  })
}
