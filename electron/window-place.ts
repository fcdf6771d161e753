import type { Rectangle } from 'electron'

/** The window's place with all of it on one display; null where none of it would be on any. */
export function placeWithin(wanted: Rectangle, displays: readonly Rectangle[]): Rectangle | null {
  const [area] = displays
    .filter(display => overlap(wanted, display) > 0)
    .sort((one, other) => overlap(wanted, other) - overlap(wanted, one))
  if (!area) return null
  const width = Math.min(wanted.width, area.width)
  const height = Math.min(wanted.height, area.height)
  return {
    x: between(area.x, wanted.x, area.x + area.width - width),
    y: between(area.y, wanted.y, area.y + area.height - height),
    width,
    height,
  }
}

function overlap(one: Rectangle, other: Rectangle): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, across) * Math.max(0, down)
}

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most)
