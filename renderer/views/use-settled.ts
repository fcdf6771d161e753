import type { CommandId } from '../../shared/domain/ids.ts'
import { dealWith } from './asked-again.ts'
import { useDesk } from './desk-context.ts'
import { useAttempt } from './use-attempt.ts'

/** When it is asked again, the refused one is dealt with. */
export function useSettled(again: CommandId | undefined, then: () => void): () => void {
  const desk = useDesk()
  const attempt = useAttempt()
  return () => {
    if (again) void attempt(() => dealWith(desk, again), 'not-dealt-with')
    then()
  }
}
