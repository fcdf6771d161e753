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
  const opened = openedWords(load, specialist)
  const requests = specialist || load.openRequests === 0 ? null : requestsCount(load)
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
      {(opened !== null || requests !== null) && <h3>Work</h3>}
      <div className="toolbar">
        {opened !== null && (
          <Button size="small" onClick={onOpen}>
            Show {opened}
          </Button>
        )}
        {requests !== null && (
          <Button size="small" onClick={onRequests}>
            Show {requests}
          </Button>
        )}
      </div>
    </>
  )
}

const requestsCount = ({ openRequests }: Load) => counted(openRequests, 'service request')

function requestsWords({ openRequests, overdue, dueThisWeek }: Load): string {
  if (openRequests === 0) return 'none'
  const due = `${numberWords(overdue)} overdue, ${numberWords(dueThisWeek)} due this week`
  return `${counted(openRequests, 'request')}, ${due}`
}

/** What Enter shows, where there is anything; what a specialist left behind is among the orphans (ORPH-2). */
function openedWords(load: Load, specialist: boolean): string | null {
  const { groups, openRequests, standing } = load
  if (!specialist) return groups > 0 ? counted(groups, 'case group') : null
  if (openRequests === 0) return null
  return standing === 'left' ? 'the orphans' : requestsCount(load)
}

const removedWords = ({ staff }: Load) =>
  staff.accessEndedOn === null ? 'removed' : `removed on ${longDate(staff.accessEndedOn)}`
