import { z } from 'zod'
import {
  type Advice,
  type AdviceAnswer,
  adviceDue,
  divisionOfStaff,
  type LookedBefore,
} from '../domain/advice.ts'
import type { Id } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { Context } from './command.ts'
import { words } from './envelope.ts'

export const QUESTION_LIMIT = 4000
export const LOOKED_LIMIT = 500

const looked = words.trim().min(1).max(LOOKED_LIMIT).nullable()

/** What is asked, with all that was tried before (ADV-1). */
export const question = {
  urgent: z.boolean(),
  question: words.trim().min(1).max(QUESTION_LIMIT),
  looked: z.strictObject({ procedures: looked, pldmg: looked, teamLeader: looked }),
  incident: z
    .uuid()
    .transform(value => value as Id<'incident'>)
    .nullable(),
}

export const answer = {
  answer: words.trim().min(1).max(QUESTION_LIMIT),
  unanswerable: z.boolean(),
}

/** A sentence where nobody looked anywhere before (ADV-1). */
export function objectionToLooking({ procedures, pldmg, teamLeader }: LookedBefore): string | undefined {
  if (procedures !== null || pldmg !== null || teamLeader !== null) return undefined
  return 'Say where you looked first: in the procedures, in PLDMG, or with your team leader.'
}

type Asked = Pick<Advice, 'urgent' | 'question' | 'looked' | 'incident'>

export function adviceAsked(
  { urgent, question: words, looked: before, incident }: Asked,
  days: number,
  index: OrganisationIndex,
  { actor, now }: Context,
): Advice {
  const division = divisionOfStaff(actor, index)
  return {
    urgent,
    question: words,
    looked: before,
    incident,
    askedBy: actor,
    askedAt: now,
    division,
    ...adviceDue({ urgent, askedAt: now, division }, days, index),
    answer: null,
  }
}

export const adviceAnswered = (
  { answer: words, unanswerable }: { readonly answer: string; readonly unanswerable: boolean },
  { actor, now }: Context,
): AdviceAnswer => ({ by: actor, at: now, words, unanswerable })
