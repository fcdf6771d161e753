import { Button } from '@fluentui/react-components'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { isLocalItDesk } from '../../../shared/queries/viewpoint.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'
import { rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { ListTools } from '../list/list-tools.tsx'

const askers = ['chase-recovery', 'ask-recovery', 'withdraw-recovery', 'return', 'allocate', 'assign-request']
const its = ['acknowledge-recovery', 'confirm-recovery', 'refuse-recovery']

/** What can be done with the selected requests, or else the focused one; how many are selected. */
export function RecoveryToolbar({ all }: { readonly all: readonly string[] }) {
  const actions = useActions()
  const { view, recoveries } = useReadings()
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  // In Special Client Records the segment manager answers where nobody of IT is nominated.
  const answers = view.kind === 'segment' && recoveries.some(({ recovery }) => recovery.sensitive)
  const ids = isLocalItDesk(view) ? its : [...askers, ...(answers ? its : [])]
  return (
    <div className="toolbar" role="toolbar" aria-label="With the selected requests">
      {ids
        .flatMap(id => actions.find(action => action.id === id) ?? [])
        // A specialist's request is assigned, nothing else is: no button that never works.
        .filter(({ id, whyNot }) => id !== 'assign-request' || whyNot === null)
        .map((action, place) => (
          <Button
            key={action.id}
            size="small"
            appearance={place === 0 ? 'primary' : 'secondary'}
            disabledFocusable={action.whyNot !== null}
            title={action.whyNot ?? undefined}
            onClick={action.run}
          >
            {action.name}
            {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
          </Button>
        ))}
      <p className="selection">
        {numberWords(selected.length)} selected of {numberWords(all.length)}
        <button type="button" className="plain-link" onClick={() => dispatch(rowsSelected(all))}>
          select all {numberWords(all.length)}
        </button>
        {selected.length > 0 && (
          <button type="button" className="plain-link" onClick={() => dispatch(rowsSelected([]))}>
            select none
          </button>
        )}
      </p>
      <ListTools />
    </div>
  )
}
