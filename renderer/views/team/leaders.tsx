import { Button } from '@fluentui/react-components'
import type { TeamId } from '../../../shared/domain/ids.ts'
import { staffName, teamTitle } from '../../../shared/queries/names.ts'
import { awayWords, type Leading, leadingOf } from '../../../shared/queries/presence.ts'
import { Tag } from '../../components/tag.tsx'
import { useReadings } from '../desk-context.ts'

interface LeadersProps {
  readonly teams: readonly TeamId[]
  readonly shown: TeamId | null
  readonly onShow: (team: TeamId) => void
}

/** Who leads each team today; each is the way to absence and deputy. A team without a leader stands out (TEAM-3). */
export function Leaders({ teams, shown, onShow }: LeadersProps) {
  const { index, today } = useReadings()
  return (
    <ul className="leaders" aria-label="Who leads">
      {teams.map(team => {
        const leading = leadingOf(team, index, today)
        return (
          <li key={team}>
            <Button
              size="small"
              appearance="subtle"
              aria-pressed={shown === team}
              onClick={() => onShow(team)}
            >
              {teamTitle(team, index)}:{' '}
              {leading.leader === null ? 'nobody leads' : staffName(leading.leader, index)}
              <Standing leading={leading} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function Standing({ leading: { leader, away, deputy, isUnled } }: { readonly leading: Leading }) {
  const { index, today } = useReadings()
  if (deputy) return <Tag tone="calm">deputy {staffName(deputy.deputy, index)}</Tag>
  if (leader === null) return <Tag tone="alarm">no active leader</Tag>
  // Then he is not nominated, as the leader of a team of Special Client Records must be (ACC-3).
  if (!away) return isUnled ? <Tag tone="warn">not nominated</Tag> : null
  return <Tag tone={isUnled ? 'warn' : 'calm'}>{`${awayWords(away, today)}, no deputy`}</Tag>
}
