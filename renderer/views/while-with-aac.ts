import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { isWithAac } from '../../shared/domain/incident-steps.ts'
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

/** How many of what stands in the way are shown: a pane is no list. */
export const FEW = 3

/** The first few of them with an incident at AAC: each of these needs a reason (LOCK-6). */
export function atAac(requests: readonly CommandRequest[], { replica }: Desk): readonly MasterCaseNumber[] {
  return groupsOf(requests)
    .filter(id => replica.caseGroup(id)?.incidents.some(isWithAac))
    .slice(0, FEW)
}

export const groupsOf = (requests: readonly CommandRequest[]): readonly MasterCaseNumber[] =>
  requests.map(({ args }) => (args as { readonly masterCaseNumber: MasterCaseNumber }).masterCaseNumber)
