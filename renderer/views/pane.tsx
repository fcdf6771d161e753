import { use, useEffect, useRef } from 'react'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { GridHandleContext } from '../keyboard/grid-handle.ts'
import { useDeskState } from '../store/store.ts'
import { FocusedGroup } from './case-group/focused-group.tsx'
import { DoingPanel } from './doing/doing-panel.tsx'
import { ReceiptPanel } from './doing/receipt-panel.tsx'

/** The right pane: the focused row explained, or what is being done to the selected ones. */
export function Pane() {
  const panel = useDeskState(state => state.panel.panel)
  const pane = useRef<HTMLElement>(null)
  const grid = use(GridHandleContext)
  const shown = useRef(panel)
  useEffect(() => {
    if (shown.current === panel) return
    shown.current = panel
    if (panel.kind === 'doing') pane.current?.querySelector<HTMLElement>('textarea, [type=radio]')?.focus()
    else grid.current?.focus()
  }, [panel, grid])
  return (
    <aside ref={pane} className="pane" id="pane" tabIndex={-1} aria-label={labels[panel.kind]}>
      <Shown />
    </aside>
  )
}

const labels = {
  explanation: 'The focused case group',
  doing: 'What will happen',
  receipt: 'What was asked',
} as const

function Shown() {
  const panel = useDeskState(state => state.panel.panel)
  switch (panel.kind) {
    case 'explanation':
      return <FocusedGroup />
    case 'doing':
      return (
        <DoingPanel key={`${panel.doing} ${panel.groups.join(' ')}`} doing={panel.doing} ids={panel.groups} />
      )
    case 'receipt':
      return <ReceiptPanel receipt={panel.receipt} />
    default:
      return assertNever(panel)
  }
}
