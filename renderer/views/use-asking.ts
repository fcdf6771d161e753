import { useCallback } from 'react'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { CommandRequest } from '../desk/desk.ts'
import { panelOpened } from '../store/panel.ts'
import { useDeskDispatch } from '../store/store.ts'
import { settleEarlier } from './asked-again.ts'
import { useDesk } from './desk-context.ts'
import { useAttempt } from './use-attempt.ts'
import { reasonObjection } from './while-with-aac.ts'

/** What became of it: stored, refused, or not asked before a reason is given. */
export type Asking =
  | { readonly kind: 'stored' }
  | { readonly kind: 'reason-first' }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Asks for one thing. Where that needs a reason, because an incident is with AAC, the pane asks for it first, with all
 * that was filled in kept (LOCK-6). `again`: the refused one that is asked again.
 */
export function useAsking(
  again?: CommandId,
): (request: CommandRequest, then?: (became: Asking) => void) => Promise<void> {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  return useCallback(
    (request, then) =>
      attempt(async () => {
        if (reasonObjection(desk, request).asksReason) {
          dispatch(panelOpened({ kind: 'while-with-aac', asked: request, again }))
          then?.({ kind: 'reason-first' })
          return
        }
        const performed = await desk.perform([request], null)
        await settleEarlier(desk, performed.stored)
        const [refused] = performed.refused
        then?.(
          refused && !refused.ok ? { kind: 'refused', reason: refused.refusal.reason } : { kind: 'stored' },
        )
      }, 'not-saved'),
    [desk, dispatch, attempt, again],
  )
}
