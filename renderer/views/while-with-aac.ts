import type { CommandRequest, Desk } from '../desk/desk.ts'

// Whether it could be done at all is asked as if the reason were given: the form asks for the real one.
const SOME_REASON = 'A reason to be given'

/** What is in the way of asking it now: nothing, a reason to be given first, or something else for good. */
export function reasonObjection(
  desk: Desk,
  request: CommandRequest,
): { readonly objection: string | null; readonly asksReason: boolean } {
  const bare = desk.preview(request, null)
  if (bare.ok) return { objection: null, asksReason: false }
  // A reason helps where the command could do it, and only there.
  if (bare.refusal.kind !== 'not-possible') return { objection: bare.refusal.reason, asksReason: false }
  const reasoned = desk.preview(request, SOME_REASON)
  return reasoned.ok
    ? { objection: null, asksReason: true }
    : { objection: reasoned.refusal.reason, asksReason: false }
}

/** What is asked before anything else is done to a group with an incident at AAC (LOCK-6). */
export const WHY_WHILE_WITH_AAC = 'An incident is with AAC: why is this done meanwhile?'
