import { Button } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import { groupOfRow } from '../../../shared/queries/row-key.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'
import { useDeskState } from '../../store/store.ts'
import { Pane } from '../pane.tsx'
import { useListedGroup } from '../use-listed-group.ts'
import { CaseGroupDetail } from './case-group-detail.tsx'
import { ReadInFull } from './read-in-full.tsx'

/** The case group that was opened, over the full width. */
export function CaseGroupPage() {
  const focused = useDeskState(state => state.list.focused)
  const panel = useDeskState(state => state.panel.panel)
  const { group, pending } = useListedGroup(focused === null ? null : groupOfRow(focused))
  const router = useRouter()
  return (
    <>
      <main className="main main-page">
        <div className="toolbar">
          <Button size="small" onClick={() => router.history.back()}>
            Back to the list
          </Button>
          <DoingButtons />
        </div>
        {group ? (
          <ReadInFull group={group} wide>
            <CaseGroupDetail group={group} pending={pending} wide />
          </ReadInFull>
        ) : (
          <div className="empty">
            <h1 id="title">No case group is open</h1>
            <p>Choose one from a list. It may also have left your sight since you looked.</p>
          </div>
        )}
      </main>
      {panel.kind !== 'explanation' && <Pane />}
    </>
  )
}

/** What can be done to it now; of the rest the palette says why not. */
function DoingButtons() {
  return useActions()
    .filter(({ section, whyNot }) => section === 'Do' && whyNot === null)
    .map(({ id, name, keys, run }) => (
      <Button key={id} size="small" onClick={run}>
        {name}
        {keys[0] && <KeyCap>{keys[0]}</KeyCap>}
      </Button>
    ))
}
