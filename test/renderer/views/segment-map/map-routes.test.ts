import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../renderer/views/segment-map/map-places.ts'
import { BOX_HEIGHT, type Point, routedMap } from '../../../../renderer/views/segment-map/map-routes.ts'
import { indexBom } from '../../../../shared/domain/bom-index.ts'
import { aBom } from '../../../make/an-organisation.ts'

const { places, columns } = placesOf(indexBom(aBom), 600)

describe('the places of the segment map', () => {
  it('has a column for each region, and boxes over all that a segment takes in', () => {
    expect(columns.map(({ title }) => title)).toEqual(['North', 'South', 'Northern Ireland'])
    const box = (name: string) => places.find(place => place.name === name)
    const [north, south] = columns
    expect(box('FS_GB_MAINT_CRM')).toMatchObject({
      x: north?.x,
      width: (south?.x ?? 0) + (south?.width ?? 0),
    })
    expect(box('FS_GB_MAINT_SO_MSR')).toMatchObject({ x: south?.x, width: south?.width })
  })

  it('lets no box lie on another of its rank', () => {
    for (const one of places) {
      const beside = places.filter(({ rank, name }) => rank === one.rank && name !== one.name)
      for (const other of beside)
        expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
    }
  })
})

const name = fc.constantFrom(...places.map(place => place.name))
const someFlows = fc.uniqueArray(
  fc.record({ from: name, to: name, groups: fc.nat({ max: 9 }), held: fc.nat({ max: 9 }) }),
  { maxLength: 24, selector: ({ from, to }) => `${from} ${to}` },
)

describe('the ways of the segment map', () => {
  it('run from box to box at right angles and cross none', () => {
    fc.assert(
      fc.property(someFlows, drawn => {
        const flows = drawn.filter(({ from, to }) => from !== to)
        const { boxes, routes, leftLanes, height } = routedMap(places, flows)
        expect(routes.map(({ flow }) => flow)).toEqual(flows)
        for (const { points, flow } of routes) {
          expect(touches(points[0], boxes.get(flow.from))).toBe(true)
          expect(touches(points.at(-1), boxes.get(flow.to))).toBe(true)
          for (const [start, end] of stretches(points)) {
            expect(start.x === end.x || start.y === end.y).toBe(true)
            expect(Math.min(start.x, end.x)).toBeGreaterThanOrEqual(-leftLanes)
            expect(Math.max(start.y, end.y)).toBeLessThanOrEqual(height)
            for (const box of boxes.values()) expect(crosses(start, end, box)).toBe(false)
          }
        }
      }),
    )
  })

  it('share no lane of a gap', () => {
    fc.assert(
      fc.property(someFlows, drawn => {
        const flows = drawn.filter(({ from, to }) => from !== to)
        const lanes = routedMap(places, flows).routes.flatMap(({ points }) => [
          ...new Set(stretches(points).flatMap(([a, b]) => (a.y === b.y ? [a.y] : []))),
        ])
        expect(new Set(lanes).size).toBe(lanes.length)
      }),
    )
  })
})

type BoxLike = { readonly x: number; readonly y: number; readonly width: number }

const stretches = (points: readonly Point[]) =>
  points.slice(1).map((end, at) => [points[at] as Point, end] as const)

function touches(point: Point | undefined, box: BoxLike | undefined): boolean {
  if (!point || !box) return false
  const within = point.x > box.x && point.x < box.x + box.width
  return within && (point.y === box.y || point.y === box.y + BOX_HEIGHT)
}

function crosses(start: Point, end: Point, { x, y, width }: BoxLike): boolean {
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
  return right > x && left < x + width && bottom > y && top < y + BOX_HEIGHT
}
