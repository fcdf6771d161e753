import { Callout } from '../../components/callout.tsx'
import { useReadings } from '../desk-context.ts'

/** Tells somebody who oversees nobody why there is so little to see. */
export function ViewpointNote() {
  const { view } = useReadings()
  if (view.kind !== 'person') return null
  return (
    <Callout tone="plain">
      You neither lead a team nor manage a segment, so you see only the case groups that you hold yourself.
    </Callout>
  )
}
