import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { cutText } from '../domain/cut-text.ts'
import type { Incident } from '../domain/incident.ts'
import { missingDetails } from '../domain/incident-details.ts'
import { listWords } from '../domain/list-words.ts'
import { reviewDateObjection } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate, type PlainDate } from '../domain/time.ts'
import { fieldTitles } from '../queries/incident-words.ts'
import { holdsOrDirects } from './authority.ts'
import type { Context } from './command.ts'
import { REASON_LIMIT } from './envelope.ts'
import { objectionToFaults } from './faulty-details.ts'
import { factsOf, yesOrNo } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText, shortText } from './incident-subject.ts'
import { locked } from './set-lock.ts'

const args = incidentArgs.extend({
  /** The reason of a rejection may follow by email; null: it is not known yet (INC-8). */
  outcome: z.union([
    z.strictObject({ number: shortText }),
    z.strictObject({ rejected: longText.nullable() }),
  ]),
  /** In the note in CMS2012, before AAC is called (INC-5). */
  approvalNoted: z.literal(true),
  /** When the lock that goes on is reviewed; null: it affects no case, or the lock is on already. */
  reviewOn: z.iso.date().nullable(),
})
type Args = z.output<typeof args>

/** AAC was called: it gave a number, or rejected it. The lock goes on with the call (INC-6, INC-8, INC-17, LOCK-6). */
export const raiseWithAac = defineIncidentStep({
  name: 'raise-with-aac',
  args,

  guards: {
    'details-complete'(_, { incident: { details, employment } }) {
      const missing = missingDetails(details, employment).map(field => fieldTitles[field])
      return missing.length === 0
        ? undefined
        : `AAC would reject it. Missing: ${listWords(missing)}. “None held”, “no message shown” and “no case affected” are answers.`
    },
    'details-possible': (_, met) => objectionToFaults(met.incident.details, met),
    'lock-possible': ({ reviewOn }, { subject, index, context }) =>
      subject.kind === 'case-group' ? objectionToLocking(subject, reviewOn, index, context) : undefined,
  },

  take({ outcome, approvalNoted, reviewOn }, { incident, subject, context }) {
    const number = 'number' in outcome ? outcome.number : null
    const rejection = 'number' in outcome ? null : outcome.rejected
    const group =
      subject.kind === 'case-group' ? withLock(subject, incident, { number, reviewOn }, context) : undefined
    return {
      to: number === null ? 'rejected' : 'with-aac',
      changes: { number, rejection },
      facts: factsOf({ approvalNoted: yesOrNo(approvalNoted), number, rejection, reviewOn }),
      ...(group && { group }),
    }
  },
})

type ReviewOn = (Args['reviewOn'] & PlainDate) | null

function objectionToLocking(
  group: CaseGroup,
  reviewOn: ReviewOn,
  index: OrganisationIndex,
  context: Context,
): string | undefined {
  if (group.lock) return undefined
  if (!isLive(group))
    return 'The case group is closed, and a closed group is never locked, so AAC cannot be called for it. Withdraw the incident.'
  if (!holdsOrDirects(context.actor, group, index, context.today))
    return 'The lock must be on before AAC is called, and only the holder, the leader of the group’s team and the segment manager can set it: ask one of them first.'
  if (reviewOn === null) return 'The lock goes on with it: say when it is to be reviewed.'
  return reviewDateObjection(reviewOn, londonDate(context.issuedAt))
}

function withLock(
  group: CaseGroup,
  { description }: Incident,
  { number, reviewOn }: { readonly number: string | null; readonly reviewOn: ReviewOn },
  context: Context,
): CaseGroup {
  if (group.lock || reviewOn === null) return group
  const named = number === null ? 'An incident' : `Incident ${number}`
  const reason = `${named} is with AAC; whoever raised it retries when AAC answers. ${description}`
  return locked(
    group,
    { category: 'incident-with-aac', reviewOn, reason: cutText(reason, REASON_LIMIT) },
    context,
  )
}
