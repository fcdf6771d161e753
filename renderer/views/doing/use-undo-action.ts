import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { oppositeOf, undoName } from '../../../shared/queries/opposite.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { groupsOfRows } from '../../../shared/queries/row-key.ts'
import type { Desk, OutboxEntry } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { rowsMeant } from '../../store/list.ts'
import { type Panel, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { isRecoveryDoing } from '../recovery/recovery-doings.ts'
import { recoveryUndoOf } from '../recovery/undo-recovery.ts'
import { useTakeBack } from '../use-take-back.ts'

/**
 * One key undoes: what was asked last, while it waits, by taking it back; after that what was done last to the groups
 * before the person, by its opposite, with a preview of its own.
 */
export function useUndoAction(desk: Desk, readings: Readings | undefined, revision: string): Action {
  const selected = useDeskState(state => state.list.selected)
  const focused = useDeskState(state => state.list.focused)
  const panel = useDeskState(state => state.panel.panel)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const dispatch = useDeskDispatch()
  const takeBack = useTakeBack()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const waiting = lastBatch(desk.replica.outbox())
    if (waiting.length > 0) {
      const ids = waiting.map(({ envelope }) => envelope.id)
      return undo(`Take back ${counted(waiting.length, 'change')}`, null, () => takeBack(ids))
    }
    const elsewhere = undoneThere(panel, path)
    if (elsewhere !== null) return undo(LAST, elsewhere, () => undefined)
    const rows =
      panel.kind === 'receipt' ? panel.receipt.asked.map(({ row }) => row) : rowsMeant({ selected, focused })
    const recovery = recoveryUndoOf(rows, isOfRecovery(panel, path), desk)
    if (recovery) {
      const { name, whyNot, doing } = recovery
      return undo(name, whyNot, () => {
        if (doing) dispatch(panelOpened({ kind: 'recovery', doing, rows }))
      })
    }
    // The focused row can be a line of Today or of Needs you, which is no group's. A receipt's rows are, those too of
    // which the group has left sight since: of these it is said why nothing undoes it.
    const groups =
      panel.kind === 'receipt'
        ? groupsOfRows(rows)
        : groupsOfRows(rows).filter(id => desk.replica.caseGroup(id) !== undefined)
    // The opposite is that of what was done last to a group: of several of its requests it would undo one.
    if (panel.kind === 'receipt' && panel.receipt.doing === 'assign' && rows.length > groups.length)
      return undo(LAST, SEVERAL, () => undefined)
    const { name, whyNot } = undoOf(groups, desk, readings)
    return undo(name, whyNot, () => {
      dispatch(panelOpened({ kind: 'undo', groups }))
    })
  }, [path, selected, focused, panel, dispatch, takeBack, desk, readings, revision])
}

const SEVERAL = 'Several service requests of one case group were assigned: assign each back with “Assign”.'

const undo = (name: string, whyNot: string | null, run: () => void): Action => ({
  id: 'undo',
  name,
  keys: ['z'],
  section: 'Do',
  whyNot,
  run,
})

/** What waits of that which was asked together, last. */
export function lastBatch(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const waiting = outbox.filter(({ state }) => state.kind !== 'refused')
  const last = waiting.at(-1)
  if (!last) return []
  const { batch } = last.envelope
  return batch === null ? [last] : waiting.filter(({ envelope }) => envelope.batch === batch)
}

/** What the hub has of people and of views has its opposite beside it; null: it is not about these. */
function undoneThere({ kind }: Panel, path: string): string | null {
  if (kind === 'views')
    return 'Remove a view, or share it no more, with the button beside it; one that was removed is saved anew.'
  if (path === '/team' && kind === 'explanation')
    return 'An absence or a deputy is changed or ended with the button beside it in the right pane; what was ended is marked anew.'
  return null
}

const isOfRecovery = (panel: Panel, path: string) =>
  panel.kind === 'receipt' ? isRecoveryDoing(panel.receipt.doing) : path === '/recovery'

interface Named {
  readonly name: string
  readonly whyNot: string | null
}

const LAST = 'Undo what was done last'

/** For one group, what is undone and when it was done, or why it cannot be; for several, the preview says it of each. */
function undoOf(
  groups: readonly MasterCaseNumber[],
  { replica, identity }: Desk,
  readings: Readings | undefined,
): Named {
  const [id, ...others] = groups
  if (!readings || id === undefined)
    return { name: LAST, whyNot: 'Nothing waits to be sent. Choose a case group first.' }
  if (groups.every(each => replica.caseGroup(each) === undefined))
    return {
      name: LAST,
      whyNot: others.length > 0 ? 'They are no longer with you.' : 'It is no longer with you.',
    }
  const group = replica.caseGroup(id)
  if (others.length > 0 || !group) return { name: LAST, whyNot: null }
  const opposite = oppositeOf(group, identity.staffNumber, readings.index, readings.today)
  return opposite.kind === 'none'
    ? { name: LAST, whyNot: opposite.why }
    : { name: undoName(opposite.entry), whyNot: null }
}
