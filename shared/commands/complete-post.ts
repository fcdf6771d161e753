import { z } from 'zod'
import { isLive } from '../domain/case-group.ts'
import { masterCaseNumber, postNumber } from '../domain/ids.ts'
import { holdsOrDirects } from './authority.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { worked } from './worked.ts'

/** An item of post has been dealt with (SR-6). */
export const completePost = defineCommand({
  name: 'complete-post',
  label: 'Post done',
  args: z.strictObject({ masterCaseNumber, post: postNumber }),
  saw: z.strictObject({}),

  reads: readsGroup,

  authorise(args, before, { actor, today }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'Only the holder of the case group, the leader of its team and the segment manager deal with its post.'
  },

  decide({ masterCaseNumber: id, post: number }, _, before, context) {
    const group = before.caseGroup(id)
    const item = group?.post.find(each => each.number === number)
    if (!group || !item) return refuse('not-found', 'The case group has no such item of post.')
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    if (item.status === 'Done') return refuse('changed', 'It is done already.')
    const post = group.post.map(each => (each === item ? { ...item, status: 'Done' as const } : each))
    return accept(worked({ ...group, post }, 'post-done', item.subject, context))
  },
})
