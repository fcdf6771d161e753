import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { isOpenRequest } from '../../../shared/domain/open-work.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { segmentTitle, teamName } from '../../../shared/queries/names.ts'
import { type Outcome, outcomeOf } from '../../../shared/queries/preview-groups.ts'
import { Section } from '../../components/section.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { doingOf, nothingChosen, requestOf, SOME_REASON } from '../doing/doings.ts'

/** What a return would do now, by the command's own decision (RTS-2, RTS-4). */
export function IfReturned({ group }: { readonly group: CaseGroup }) {
  const desk = useDesk()
  const { index } = useReadings()
  const doing = doingOf('return')
  const choice = { ...nothingChosen, clearLock: group.lock !== null }
  const request = requestOf(doing, group.id, doing.saw(group, index), choice)
  const outcome = outcomeOf(group, desk.preview(request, SOME_REASON), null, index.bom)
  return (
    <Section title="If you return it">
      <p>
        {group.lock && outcome.kind === 'happens' && 'The lock must come off with it. '}
        {outcomeWords(outcome, index)}
        {outcome.kind === 'happens' && workWords(group)}
      </p>
    </Section>
  )
}

function outcomeWords(outcome: Outcome, index: OrganisationIndex): string {
  if (outcome.kind === 'locked' || outcome.kind === 'locks') return ''
  if (outcome.kind !== 'happens') return outcome.reason
  const verb = outcome.moves ? 'It goes to' : 'It stays in'
  const queue = outcome.team === null ? 'its queue' : `the queue of ${teamName(outcome.team, index)}`
  return `${verb} ${segmentTitle(outcome.segment, index)}, unassigned, in ${queue}`
}

// Specialists keep their requests (ALLOC-7).
function workWords({ serviceRequests, post }: CaseGroup): string {
  const open = serviceRequests.filter(isOpenRequest)
  const own = open.filter(({ kind }) => kind === 'case-owning').length
  const letters = post.filter(({ status }) => status === 'Open').length
  const goes = [
    ...(own > 0 ? [counted(own, 'service request')] : []),
    ...(letters > 0 ? [counted(letters, 'letter')] : []),
  ]
  const along = goes.length > 0 ? `, with ${goes.join(' and ')}` : ''
  const specialists = open.length - own
  return specialists > 0
    ? `${along}. ${counted(specialists, 'specialist request')} ${specialists === 1 ? 'stays' : 'stay'} where ${specialists === 1 ? 'it is' : 'they are'}.`
    : `${along}.`
}
