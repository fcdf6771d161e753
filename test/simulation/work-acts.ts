import type { CommandRequest } from '../../renderer/desk/desk.ts'
import { seenForClosing } from '../../shared/commands/close-service-request.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Chance } from './chance.ts'

const until = '2026-12-10'

/** Something that somebody might do to a lock, or to the work of a group; some of it is not possible there. */
export function anyWork(group: CaseGroup, index: OrganisationIndex, chance: Chance): CommandRequest {
  const request = group.serviceRequests.at(-1)
  if (chance.once(12)) return askAdvice(group)
  if (request?.here?.advice && chance.once(3))
    return on(group, 'answer-advice', {
      request: request.number,
      answer: 'Regulation 14.',
      unanswerable: false,
    })
  const letter = group.post.at(-1)
  if (letter && chance.once(3)) return on(group, 'complete-post', { post: letter.number })
  if (!request || chance.once(3)) return onLock(group)
  const about = { request: request.number }
  switch (chance.below(4)) {
    case 0:
      return on(group, 'start-service-request', about)
    case 1:
      return on(group, 'complete-activity', { ...about, sequence: 2 })
    case 2:
      return on(group, 'reopen-activity', { ...about, sequence: 1 + chance.below(2) })
    default:
      return on(
        group,
        'close-service-request',
        { ...about, outcome: null },
        seenForClosing(request, group, index),
      )
  }
}

const askAdvice = (group: CaseGroup) =>
  on(group, 'ask-advice', {
    raisedAgainst: group.payingParent,
    case: null,
    urgent: false,
    question: 'Which date counts?',
    looked: { procedures: 'dates', pldmg: null, teamLeader: null },
    incident: null,
  })

function onLock(group: CaseGroup): CommandRequest {
  const { lock } = group
  if (!lock)
    return on(
      group,
      'set-lock',
      { category: 'enforcement-action', reviewOn: until },
      { segment: group.segment },
    )
  const saw = { since: lock.since, renewals: lock.reviews.length }
  return on(group, 'keep-lock', { keepUntil: until, category: 'other-client-benefit' }, saw)
}

const on = (
  { id }: CaseGroup,
  name: CommandRequest['name'],
  args: object,
  saw: object = {},
): CommandRequest => ({ name, args: { masterCaseNumber: id, ...args }, saw })
