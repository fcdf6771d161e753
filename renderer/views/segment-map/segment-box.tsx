import { Handle, type NodeProps, Position } from '@xyflow/react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { SegmentStanding } from '../../../shared/queries/segment-map.ts'

/** One segment of the map: how many sit in it, and how many of those belong elsewhere. */
export function SegmentBox({ data }: NodeProps) {
  const { standing, own, focused } = data as {
    readonly standing: SegmentStanding
    readonly own: boolean
    readonly focused: boolean
  }
  const { segment, name, groups, out, heldOut } = standing
  const leaving = out + heldOut
  const classes = [
    'segment-box',
    own && 'segment-own',
    focused && 'segment-focused',
    groups === 0 && 'segment-empty',
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')} title={segment?.description ?? name}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="number">{groups === 0 ? '–' : numberWords(groups)}</span>
      {leaving > 0 && <span className="segment-leaving number">{numberWords(leaving)} out</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
}
