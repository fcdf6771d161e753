import type { TeamId } from '../../../shared/domain/ids.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import { type Leading, leadingOf } from '../../../shared/queries/presence.ts'
import { Callout } from '../../components/callout.tsx'
import { useReadings } from '../desk-context.ts'
import { Absences } from './absences.tsx'
import { Deputies } from './deputies.tsx'

/** Who leads a team, when he is away and who stands in. */
export function LeaderPane({ team }: { readonly team: TeamId }) {
  const { index, today } = useReadings()
  const leading = leadingOf(team, index, today)
  const { leader } = leading
  return (
    <>
      <h2>{leader === null ? 'No active leader' : staffName(leader, index)}</h2>
      <p className="note pane-note">
        {leader === null ? '' : 'Leads '}
        {teamName(team, index)}
      </p>
      <LeadingNote leading={leading} />
      {leader !== null && <Absences key={leader} staff={leader} team={team} />}
      {leader !== null && <Deputies key={`${leader} deputies`} leader={leader} team={team} />}
    </>
  )
}

function LeadingNote({ leading: { leader, away, deputy, isUnled } }: { readonly leading: Leading }) {
  const { index } = useReadings()
  if (leader === null)
    return (
      <Callout tone="warn">Nobody with access leads this team, so the segment manager directs it.</Callout>
    )
  if (deputy)
    return (
      <Callout tone="plain">
        {staffName(deputy.deputy, index)} stands in until {longDate(deputy.to)}.
      </Callout>
    )
  if (isUnled && !away)
    return (
      <Callout tone="warn">
        Not nominated for Special Client Records: the segment manager directs the work on the team’s case
        groups, recorded as done for {staffName(leader, index)}.
      </Callout>
    )
  return isUnled && away ? (
    <Callout tone="warn">
      Away until {longDate(away.to)} without a deputy: the segment manager directs the team, recorded as done
      for {staffName(leader, index)}.
    </Callout>
  ) : null
}
