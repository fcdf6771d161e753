import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { isApplicationAgain } from '../../../shared/queries/flags.ts'
import { segmentTitle, staffName, teamName } from '../../../shared/queries/names.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** The raw facts with their dates; what is not known says so. */
export function Facts({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const facts: readonly Fact[] = [
    ['Segment', segmentTitle(group.segment, index)],
    ['Team', group.team === null ? 'none: in the segment’s queue' : teamName(group.team, index)],
    ['Held by', staffName(group.holder, index)],
    ['Assigned', known(group.assignedOn)],
    ['Status', group.status],
    [
      'Stage',
      isApplicationAgain(group)
        ? 'application again, which counts as maintenance: it was there before'
        : group.stage,
    ],
    ['P2P schedule issued', known(group.p2pIssuedOn)],
    ['Income source', group.incomeSource ?? 'not known'],
    ['Compliant', group.compliant ? 'yes' : 'no'],
    ['Pending work or item error', group.itemErrorStatus ?? 'none'],
  ]
  return (
    <>
      <Section title="Facts">
        <FactList facts={facts} />
      </Section>
      <Section title="Cases">
        <FactList
          facts={group.cases.map(
            ({ number, status, openedOn }): Fact => [number, `${status}, opened ${longDate(openedOn)}`],
          )}
        />
      </Section>
    </>
  )
}

const known = (date: string | null) => (date === null ? 'not known' : longDate(date))
