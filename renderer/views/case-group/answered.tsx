import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { isNews } from '../../../shared/domain/request-here.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { Section } from '../../components/section.tsx'
import { ActionButton } from '../action-button.tsx'
import { useReadings } from '../desk-context.ts'

/** What specialists found, until the case owner carries on (SR-7). */
export function Answered({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const news = group.serviceRequests.filter(isNews)
  if (news.length === 0) return null
  return (
    <Section title="Answered by a specialist: carry on">
      <ul className="work">
        {news.map(request => (
          <li key={request.number}>
            <span>
              {request.type} <span className="number">{requestNumber(request)}</span>
            </span>
            <span className="quiet">{completedWords(request, index)}</span>
            {request.here?.outcome && <span className="written">{request.here.outcome}</span>}
          </li>
        ))}
      </ul>
      <ActionButton id="carry-on" />
    </Section>
  )
}

function completedWords({ holder, here }: ServiceRequest, index: OrganisationIndex): string {
  const by = holder === null ? '' : ` by ${staffName(holder, index)}`
  return `Completed${by}${here?.closedOn ? ` on ${longDate(here.closedOn)}` : ''}`
}
