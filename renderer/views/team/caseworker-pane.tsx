import { Button } from '@fluentui/react-components'
import { counted, longDate, numberWords } from '../../../shared/queries/date-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { useReadings } from '../desk-context.ts'
import { Absences } from './absences.tsx'

interface CaseworkerPaneProps {
  readonly load: Load
  /** He owns no case group. */
  readonly specialist: boolean
  readonly onOpen: () => void
  readonly onRequests: () => void
}

/** One caseworker: where he stands and what he has in hand. */
export function CaseworkerPane({ load, specialist, onOpen, onRequests }: CaseworkerPaneProps) {
  const { index } = useReadings()
  const { staff } = load
  const groups = (count: number) => (count === 0 ? 'none' : counted(count, 'case group'))
  const left = load.standing === 'left'
  const facts: readonly Fact[] = [
    [
      'Staff number',
      <span key="number" className="number">
        {staff.number}
      </span>,
    ],
    ['Team now', teamName(staff.team, index)],
    ['Access', staff.access === 'active' ? 'active' : removedWords(load)],
    ...(specialist ? [] : [['Case groups', groups(load.groups)] as const]),
    ['Open requests', requestsWords(load)],
    ...(specialist
      ? []
      : ([
          ['Locked', groups(load.locked)],
          ['To return', load.returnsDue === 0 ? 'none' : `${groups(load.returnsDue)} without open work`],
          ['Orphaned', groups(load.orphaned)],
        ] as const)),
  ]
  const hasGroups = !specialist && load.groups > 0
  return (
    <>
      <h2>{staff.name}</h2>
      <p className="note pane-note">
        {left
          ? `Left, and still holds ${load.groups > 0 ? 'case groups' : 'service requests'} here.`
          : 'Works here.'}
      </p>
      <FactList facts={facts} />
      {!left && <Absences key={staff.number} staff={staff.number} team={load.team} />}
      {(hasGroups || load.openRequests > 0) && <h3>Work</h3>}
      <div className="toolbar">
        {hasGroups && (
          <Button size="small" onClick={onOpen}>
            Show {counted(load.groups, 'case group')}
          </Button>
        )}
        {load.openRequests > 0 && (
          <Button size="small" onClick={onRequests}>
            Show {left ? 'the orphans' : counted(load.openRequests, 'service request')}
          </Button>
        )}
      </div>
    </>
  )
}

function requestsWords({ openRequests, overdue, dueThisWeek }: Load): string {
  if (openRequests === 0) return 'none'
  const due = `${numberWords(overdue)} overdue, ${numberWords(dueThisWeek)} due this week`
  return `${counted(openRequests, 'request')}, ${due}`
}

const removedWords = ({ staff }: Load) =>
  staff.accessEndedOn === null ? 'removed' : `removed on ${longDate(staff.accessEndedOn)}`
