import { Button } from '@fluentui/react-components'
import { counted, longDate } from '../../../shared/queries/date-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { useReadings } from '../desk-context.ts'
import { Absences } from './absences.tsx'

/** One caseworker: where he stands and what he has in hand. */
export function CaseworkerPane({ load, onOpen }: { readonly load: Load; readonly onOpen: () => void }) {
  const { index } = useReadings()
  const { staff } = load
  const facts: readonly Fact[] = [
    [
      'Staff number',
      <span key="number" className="number">
        {staff.number}
      </span>,
    ],
    ['Team now', teamName(staff.team, index)],
    ['Access', staff.access === 'active' ? 'active' : removedWords(load)],
    ['Case groups', counted(load.groups, 'case group')],
    [
      'Open requests',
      `${counted(load.openRequests, 'request')}, ${load.overdue} overdue, ${load.dueThisWeek} due this week`,
    ],
    ['Locked', counted(load.locked, 'case group')],
    ['To return', `${counted(load.returnsDue, 'case group')} without open work`],
    ['Orphaned', counted(load.orphaned, 'case group')],
  ]
  return (
    <>
      <h2>{staff.name}</h2>
      <p className="note pane-note">
        {load.standing === 'left' ? 'Left, and still holds case groups here.' : 'Works here.'}
      </p>
      <FactList facts={facts} />
      {load.standing === 'works-here' && (
        <Absences key={staff.number} staff={staff.number} team={load.team} />
      )}
      {load.groups > 0 && (
        <>
          <h3>Work</h3>
          <Button size="small" onClick={onOpen}>
            Show {counted(load.groups, 'case group')}
          </Button>
        </>
      )}
    </>
  )
}

const removedWords = ({ staff }: Load) =>
  staff.accessEndedOn === null ? 'removed' : `removed on ${longDate(staff.accessEndedOn)}`
