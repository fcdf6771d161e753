import type { MasterCaseNumber, PostNumber, SrNumber } from '../../shared/domain/ids.ts'
import { isMadeUp } from '../../shared/domain/request-here.ts'
import { requestNamed } from '../../shared/domain/request-named.ts'
import { madeUpNumber, requestNumber } from '../../shared/queries/request-number.ts'
import type { Replica } from '../desk/desk.ts'

/** What of its group a command is about. */
export interface ItemArgs {
  /** Null: an incident that affects no case. */
  readonly masterCaseNumber?: MasterCaseNumber | null
  readonly request?: SrNumber | null
  /** Of the activity. */
  readonly sequence?: number
  readonly post?: PostNumber
}

/** The service request, the activity or the letter, as far as the replica still has it; null: it is about none. */
export function itemWords(args: ItemArgs, { caseGroup, confirmed }: Replica): string | null {
  const { masterCaseNumber: id, request: number = null, sequence, post } = args
  const group = id ? (caseGroup(id) ?? confirmed(id)) : undefined
  const letter = group?.post.find(each => each.number === post)
  if (letter) return `${letter.subject} ${letter.number}`
  const request = requestNamed(group, number)
  if (!request) return itemNumber(args)
  const words = `${request.type} ${requestNumber(request)}`
  const activity = request.activities.find(each => each.sequence === sequence)
  return activity ? `${activity.name}, of ${words}` : words
}

/** Its number alone: of what the replica has no more nothing else is known. */
export function itemNumber({ request = null, post }: ItemArgs): string | null {
  if (request === null) return post ?? null
  return isMadeUp(request) ? madeUpNumber({ number: request }) : request
}
