import type { Receipt } from '../../store/panel.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { type Fate, failuresFirst, fateOf } from './receipt.ts'

export type Fated = Receipt['asked'][number] & { readonly fate: Fate }

/** What became of each row of a receipt by now, failures first. */
export function useFates({ asked }: Receipt): readonly Fated[] {
  const { replica } = useDesk()
  const takenBack = useDeskState(state => state.takenBack.ids)
  useRevision(replica, 'outbox', 'case-group')
  const states = new Map(replica.outbox().map(({ envelope, state }) => [envelope.id, state]))
  const gone = new Set(takenBack)
  return asked
    .map(row => {
      const { command, refusal } = row
      const state = command === null ? undefined : states.get(command)
      return { ...row, fate: fateOf(state, refusal, command !== null && gone.has(command)) }
    })
    .sort((a, b) => failuresFirst(a.fate, b.fate))
}
