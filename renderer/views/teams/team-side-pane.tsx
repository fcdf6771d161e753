import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { counted } from '../../../shared/queries/date-words.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import type { TeamSide } from '../../../shared/queries/team-sides.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { caseworkerChosen } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { crewWords } from '../team/crew-words.ts'

/** One team: who leads it, and what each of its caseworkers has in hand. */
export function TeamSidePane({ side }: { readonly side: TeamSide }) {
  const { team, leaders, unled, caseworkers } = side
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const open = ({ staff }: Load) => {
    dispatch(caseworkerChosen(staff.number))
    void navigate({ to: '/case-groups' })
  }
  const facts: readonly Fact[] = [
    ['Led by', leaders.length === 0 ? 'nobody' : leaders.map(({ name }) => name).join(', ')],
    ['Workgroup', team.workgroup],
    ['Location', team.location],
  ]
  return (
    <>
      <h2>{team.name}</h2>
      {unled && (
        <p>No leader of it is there today and nobody stands in: what its leader would do is yours.</p>
      )}
      <FactList facts={facts} />
      <h3 className="subheading">{crewWords(caseworkers, 'caseworker')}</h3>
      <ul className="plain-list">
        {caseworkers.map(load => (
          <li key={load.staff.number}>
            <Button size="small" appearance="transparent" onClick={() => open(load)}>
              {load.staff.name}: {counted(load.groups, 'case group')}
            </Button>
            {load.standing === 'left' && <span className="quiet"> left</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
