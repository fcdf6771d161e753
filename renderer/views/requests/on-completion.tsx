import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { isOpenRequest } from '../../../shared/domain/open-work.ts'
import { completionWords } from '../../../shared/queries/request-explanation.ts'
import { Callout } from '../../components/callout.tsx'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

interface OnCompletionProps {
  readonly group: CaseGroup
  readonly request: ServiceRequest
}

/** What its completion changes, said beforehand, and the other work that is open then (ALLOC-6). */
export function OnCompletion({ group, request }: OnCompletionProps) {
  const { index } = useReadings()
  if (!isOpenRequest(request)) return null
  const { sentence, moves, otherWork } = completionWords(request, group, index)
  return (
    <Section title="When it completes">
      {moves ? <Callout tone="warn">{sentence}</Callout> : <p>{sentence}</p>}
      {otherWork.length > 0 && (
        <>
          <p>{moves ? 'Other work is still open on the case group:' : 'Also open on the case group:'}</p>
          <ul className="bulleted">
            {otherWork.map((words, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two pieces of work may be called the same.
              <li key={`${words} ${place}`}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
