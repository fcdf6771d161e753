import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allDrawings, drawnFlows, touches } from '../../../../renderer/views/segment-map/drawn-flows.ts'
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
          expect(meets(points[0], boxes.get(flow.from))).toBe(true)
          expect(meets(points.at(-1), boxes.get(flow.to))).toBe(true)
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

const rankOf = new Map(places.map(place => [place.name, place.rank]))
const ofOne = name.chain(one =>
  fc
    .uniqueArray(name, { maxLength: 24 })
    .map(others => others.filter(other => rankOf.get(other) !== rankOf.get(one)))
    .map(others => others.map(to => ({ from: one, to, groups: 1, held: 0 }))),
)

describe('the flows out of one segment', () => {
  it('cross none of each other on their way up or down', () => {
    fc.assert(
      fc.property(ofOne, fc.boolean(), (flows, reversed) => {
        const drawn = reversed
          ? flows.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from }))
          : flows
        const ways = routedMap(places, drawn).routes.map(({ points }) => stretches(points))
        const crossing = ways.flatMap((one, at) =>
          ways.slice(at + 1).filter(other => one.some(a => other.some(b => cross(a, b)))),
        )
        expect(crossing).toEqual([])
      }),
    )
  })
})

describe('which flows of the segment map are drawn', () => {
  const many = fc.uniqueArray(
    fc.record({ from: name, to: name, groups: fc.integer({ min: 1, max: 9 }), held: fc.constant(0) }),
    { maxLength: 60, selector: ({ from, to }) => `${from} ${to}` },
  )

  it('are all where they are few, else those of the segment in focus, else the largest', () => {
    fc.assert(
      fc.property(many, name, (flows, focused) => {
        const drawn = drawnFlows(flows, focused)
        const own = flows.filter(flow => touches(flow, focused))
        if (flows.length <= 12) expect(drawn).toEqual(flows)
        else expect(drawn).toEqual(own.length > 0 ? own.slice(0, 24) : flows.slice(0, 12))
      }),
    )
  })

  it('move no box, whatever is in focus', () => {
    fc.assert(
      fc.property(many, name, name, (flows, one, other) => {
        const at = (focused: string) => routedMap(places, drawnFlows(flows, focused), allDrawings(flows))
        expect({ ...at(one), routes: [] }).toEqual({ ...at(other), routes: [] })
      }),
    )
  })
})

type BoxLike = { readonly x: number; readonly y: number; readonly width: number }

const stretches = (points: readonly Point[]) =>
  points.slice(1).map((end, at) => [points[at] as Point, end] as const)

function meets(point: Point | undefined, box: BoxLike | undefined): boolean {
  if (!point || !box) return false
  const within = point.x > box.x && point.x < box.x + box.width
  return within && (point.y === box.y || point.y === box.y + BOX_HEIGHT)
}

type Stretch = readonly [Point, Point]

/** Whether one that lies and one that stands meet within both. */
function cross(one: Stretch, other: Stretch): boolean {
  const lies = ([a, b]: Stretch) => a.y === b.y
  if (lies(one) === lies(other)) return false
  const [[a, b], [c, d]] = lies(one) ? [one, other] : [other, one]
  const within = (at: number, x: number, y: number) => at > Math.min(x, y) && at < Math.max(x, y)
  return within(c.x, a.x, b.x) && within(a.y, c.y, d.y)
}

function crosses(start: Point, end: Point, { x, y, width }: BoxLike): boolean {
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
  return right > x && left < x + width && bottom > y && top < y + BOX_HEIGHT
}
