import type { CommandRequest } from '../../desk/desk.ts'
import { useDesk } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'

/** Asks for something of a view, and says why it cannot be asked. */
export function useViewAsking() {
  const desk = useDesk()
  const attempt = useAttempt()
  return {
    ask: (request: CommandRequest, then?: () => void) =>
      void attempt(async () => {
        const { stored } = await desk.perform([request], null)
        if (stored.length > 0) then?.()
      }, 'not-saved'),
    whyNot(request: CommandRequest): string | null {
      const decision = desk.preview(request, null)
      return decision.ok ? null : decision.refusal.reason
    },
  }
}
