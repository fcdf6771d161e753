import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { routeWords } from '../../../shared/queries/request-explanation.ts'
import { Callout } from '../../components/callout.tsx'
import { useReadings } from '../desk-context.ts'

interface RouteNoteProps {
  readonly group: CaseGroup
  readonly routed: Pick<ServiceRequest, 'kind' | 'type' | 'raisedAgainst'>
}

/** Where it will go and why, both postcodes explained (ALLOC-9); told anew as the fields change. */
export function RouteNote({ group, routed }: RouteNoteProps) {
  const { index, today } = useReadings()
  return (
    <div role="status">
      <Callout tone="plain">
        {routeWords(routed, group, index, today).map(words => (
          <p key={words}>{words}</p>
        ))}
      </Callout>
    </div>
  )
}
