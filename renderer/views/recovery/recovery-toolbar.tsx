import { isLocalItDesk } from '../../../shared/queries/viewpoint.ts'
import { useReadings } from '../desk-context.ts'
import { ActionButtons } from '../list/action-buttons.tsx'
import { SelectionCount } from '../list/selection-count.tsx'

const askers = ['chase-recovery', 'ask-recovery', 'withdraw-recovery', 'return', 'allocate', 'assign-request']
const its = ['acknowledge-recovery', 'confirm-recovery', 'refuse-recovery']

/** What can be done with the selected requests, or else the focused one; how many are selected. */
export function RecoveryToolbar({ found }: { readonly found: readonly string[] }) {
  const { view, recoveries } = useReadings()
  // In Special Client Records the segment manager answers where nobody of IT is nominated.
  const answers = view.kind === 'segment' && recoveries.some(({ recovery }) => recovery.sensitive)
  return (
    <div className="toolbar" role="toolbar" aria-label="With the selected requests">
      <ActionButtons ids={isLocalItDesk(view) ? its : [...askers, ...(answers ? its : [])]} />
      <div className="toolbar-end">
        <SelectionCount found={found.length} keysFound={() => found} total={recoveries.length} />
      </div>
    </div>
  )
}
