import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { type DataException, isOfNino } from '../../../shared/domain/data-exception.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { faultWords, remedyOf } from '../../../shared/queries/exception-words.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Nino } from '../../components/nino.tsx'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'

/** One data exception: what is wrong, what to do about it, and which case groups it concerns. */
export function ExceptionPane({ exception }: { readonly exception: DataException }) {
  const { file, line, key, column, fault, value, reason, caseGroups } = exception
  const facts: readonly Fact[] = [
    ['File', `${file}, line ${numberWords(line)}`],
    ['Row', key === '' ? 'has no number' : key],
    ['Column', column ?? 'the whole row'],
    [
      'Value',
      isOfNino(exception) ? <Nino key="nino" words={value || 'empty'} name="NINO" /> : value || 'empty',
    ],
  ]
  return (
    <>
      <h2>{faultWords[fault]}</h2>
      <p>{reason}</p>
      <h3 className="subheading">What to do</h3>
      <p>{remedyOf(exception)}</p>
      <p className="note pane-note">It goes from this list with the extract that has it no more.</p>
      <h3 className="subheading">Where</h3>
      <FactList facts={facts} />
      {caseGroups.length > 0 && <Groups ids={caseGroups} />}
    </>
  )
}

function Groups({ ids }: { readonly ids: readonly MasterCaseNumber[] }) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const open = (id: MasterCaseNumber) => {
    dispatch(rowFocused(id))
    void navigate({ to: '/case-group' })
  }
  return (
    <>
      <h3 className="subheading">Case groups</h3>
      <ul className="plain-list">
        {ids.map(id => (
          <li key={id}>
            <span className="number">{id}</span>{' '}
            {replica.caseGroup(id) ? (
              <Button size="small" onClick={() => open(id)}>
                Open
                <span className="said"> {id}</span>
              </Button>
            ) : (
              <span className="quiet">not among the case groups that you see</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
