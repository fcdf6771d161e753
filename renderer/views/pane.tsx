import { type ReactNode, use, useEffect, useRef } from 'react'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { useNarrow } from '../components/use-wide.ts'
import { GridHandleContext } from '../keyboard/grid-handle.ts'
import { type Panel, panelClosed } from '../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../store/store.ts'
import { AnswerPanel } from './advice/answer-panel.tsx'
import { AskPanel } from './advice/ask-panel.tsx'
import { FocusedGroup } from './case-group/focused-group.tsx'
import { OpenedFirst } from './case-group/opened-first.tsx'
import { useDesk } from './desk-context.ts'
import { DoingPanel } from './doing/doing-panel.tsx'
import { ReceiptPanel } from './doing/receipt-panel.tsx'
import { UndoPanel } from './doing/undo-panel.tsx'
import { groupsOfPanel } from './groups-of-panel.ts'
import { RaiseIncidentPanel } from './incidents/raise-incident-panel.tsx'
import { StepPanel } from './incidents/step-panel.tsx'
import { WhileWithAac } from './incidents/while-with-aac.tsx'
import { RecoveryPanel } from './recovery/recovery-panel.tsx'
import { AssignMany } from './requests/assign-many.tsx'
import { RaisePanel } from './requests/raise-panel.tsx'
import { RequestPanel } from './requests/request-panel.tsx'
import { SavedViewsPanel } from './saved-views/saved-views-panel.tsx'
import { SharePanel } from './sharing/share-panel.tsx'
import { toList } from './to-list.ts'

type PanelKind = Panel['kind']

interface PaneProps {
  /** Of a list that is not one of case groups. */
  readonly explanation?: Explanation
}

interface Explanation {
  readonly label: string
  /** Nothing: there is no pane before a panel is opened. */
  readonly shown: ReactNode
  /** It has nothing in it to reach by keyboard, and scrolls. */
  readonly isPlain?: boolean
}

/** The right pane: the focused row explained, or what is being done to the selected ones. */
export function Pane({ explanation }: PaneProps) {
  const panel = useDeskState(state => state.panel.panel)
  const pane = useRef<HTMLElement>(null)
  const grid = use(GridHandleContext)
  const narrow = useNarrow()
  const shown = useRef(panel)
  useEffect(() => {
    if (shown.current === panel) return
    shown.current = panel
    const first = fields[panel.kind]
    if (first && isInside(pane.current)) return
    // What was scrolled is not what is shown now.
    if (pane.current) pane.current.scrollTop = 0
    if (first) toField(pane.current, first)
    // Below the list, the receipt is out of sight from it.
    else if (narrow && panel.kind === 'receipt') pane.current?.focus()
    else toList(grid)
  }, [panel, grid, narrow])
  const explained = panel.kind === 'explanation' ? explanation : undefined
  if (explained && !explained.shown) return null
  const label = explained?.label ?? labels[panel.kind]
  return (
    <aside ref={pane} className="pane" id="pane" tabIndex={explained?.isPlain ? 0 : -1} aria-label={label}>
      {explained ? (
        explained.shown
      ) : (
        <Shown onOpened={() => toField(pane.current, fields[panel.kind] ?? 'button')} />
      )}
    </aside>
  )
}

function toField(pane: HTMLElement | null, field: string): void {
  const first = pane?.querySelector<HTMLElement>(field)
  // Of a question that is answered already one goes to the answer, as Tab does.
  const answer =
    first instanceof HTMLInputElement && first.type === 'radio'
      ? pane?.querySelector<HTMLElement>(`[name="${first.name}"]:checked`)
      : null
  ;(answer ?? first)?.focus()
}

/** A form has gone to one of its fields by itself. */
const isInside = (pane: HTMLElement | null) =>
  document.activeElement !== pane && pane?.contains(document.activeElement) === true

/** What one goes to first where something is to be written or chosen. */
const fields: Readonly<Partial<Record<PanelKind, string>>> = {
  doing: 'textarea, [type=radio]',
  views: 'input',
  undo: 'textarea',
  request: 'textarea, [type=radio]',
  raise: 'select',
  'incident-step': '[data-first], input, select, textarea',
  'raise-incident': '[type=radio]',
  'while-with-aac': 'textarea',
  'ask-advice': 'select, textarea',
  'answer-advice': 'select, textarea',
  share: 'textarea',
  recovery: 'input, textarea, [type=submit]',
  assign: '[type=radio]',
}

const labels: Readonly<Record<PanelKind, string>> = {
  explanation: 'The focused case group',
  doing: 'What will happen',
  views: 'Saved views',
  undo: 'What will be undone',
  receipt: 'What was asked',
  request: 'What will happen to the service request',
  raise: 'The new service request',
  'incident-step': 'What will happen to the incident',
  'raise-incident': 'The new incident',
  'while-with-aac': 'Why it is done while AAC has the incident',
  'ask-advice': 'What will be asked',
  'answer-advice': 'What will be answered',
  share: 'Who gets which case group',
  recovery: 'What will happen to the recovery',
  assign: 'Who gets the service requests',
}

function Shown({ onOpened }: { readonly onOpened: () => void }) {
  const panel = useDeskState(state => state.panel.panel)
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const about = groupsOfPanel(panel)
  const back = () => dispatch(panelClosed())
  // A form of something else, or with something else in it, is another form: nothing that was typed stays in it.
  const form = <Form key={JSON.stringify(panel)} panel={panel} />
  if (about.length === 0) return form
  return (
    <OpenedFirst
      key={about.join(' ')}
      groups={about.flatMap(id => replica.caseGroup(id) ?? [])}
      wide={false}
      onOpened={onOpened}
      onBack={back}
    >
      {form}
    </OpenedFirst>
  )
}

function Form({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'explanation':
      return <FocusedGroup />
    case 'doing':
      return <DoingPanel doing={panel.doing} ids={panel.groups} leftOut={panel.leftOut} />
    case 'views':
      return <SavedViewsPanel again={panel.again} />
    case 'undo':
      return <UndoPanel ids={panel.groups} />
    case 'receipt':
      return <ReceiptPanel receipt={panel.receipt} />
    case 'request':
      return <RequestPanel {...panel} />
    case 'assign':
      return <AssignMany rows={panel.rows} />
    case 'recovery':
      return <RecoveryPanel {...panel} />
    case 'raise':
      return <RaisePanel id={panel.group} again={panel.again} />
    case 'incident-step':
      return <StepPanel {...panel} />
    case 'raise-incident':
      return <RaiseIncidentPanel {...panel} />
    case 'ask-advice':
      return <AskPanel {...panel} />
    case 'answer-advice':
      return <AnswerPanel {...panel} />
    case 'while-with-aac':
      return <WhileWithAac asked={panel.asked} again={panel.again} />
    case 'share':
      return <SharePanel ids={panel.groups} leftOut={panel.leftOut} />
    default:
      return assertNever(panel)
  }
}
