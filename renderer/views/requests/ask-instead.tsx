import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'

/** Advice has a form of its own: what is asked, where one looked before, and when it is due by itself (ADV-1). */
export function AskInstead({ group }: { readonly group: CaseGroup }) {
  const dispatch = useDeskDispatch()
  return (
    <p className="note">
      Advice has a form of its own, which says what is asked, where you looked before and when it is due.{' '}
      <button
        type="button"
        className="plain-link"
        onClick={() => dispatch(panelOpened({ kind: 'ask-advice', group: group.id }))}
      >
        Ask for advice
      </button>
    </p>
  )
}
