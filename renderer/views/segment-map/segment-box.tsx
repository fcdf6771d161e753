import { Handle, type NodeProps, Position } from '@xyflow/react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { SegmentStanding } from '../../../shared/queries/segment-map.ts'

/** One segment of the map: how many sit in it, and how many of those belong elsewhere. */
export function SegmentBox({ data, width = 0 }: NodeProps) {
  const { standing, teams, own, focused } = data as {
    readonly standing: SegmentStanding
    /** Shown where no case group is counted. */
    readonly teams: number | null
    readonly own: boolean
    readonly focused: boolean
  }
  const { segment, name, groups, out, heldOut } = standing
  const leaving = out + heldOut
  const classes = [
    'segment-box',
    own && 'segment-own',
    focused && 'segment-focused',
    teams === null && groups === 0 && 'segment-empty',
  ]
  const number = teams ?? groups
  const inside = number === 0 ? '–' : numberWords(number)
  const outside = leaving > 0 ? `${numberWords(leaving)} out` : ''
  const said = teams === null ? inside : counted(teams, 'team')
  const title = [segment?.description ?? name, said, outside].filter(Boolean).join(', ')
  const [showsInside, showsOutside] = fitting(inside, outside, width)
  return (
    <div className={classes.filter(Boolean).join(' ')} title={title}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {showsInside && <span className="number">{inside}</span>}
      {showsOutside && <span className="segment-leaving number">{outside}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
}

/** In pixels: a digit, the gap between the two, and the edges of a box on both sides. */
const DIGIT = 6.6
const GAP = 6
const EDGES = 10

/** Which of the two there is room for: a number that is cut says another. */
function fitting(inside: string, outside: string, width: number): readonly [boolean, boolean] {
  const first = inside.length * DIGIT + EDGES
  return [first <= width, outside !== '' && first + GAP + outside.length * DIGIT <= width]
}
