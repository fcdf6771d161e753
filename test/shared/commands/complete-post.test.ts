import { describe, expect, it } from 'vitest'
import { aCaseGroup, aLetter } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'

const group = aCaseGroup({ post: [aLetter('p1')], serviceRequests: [aSpecialistRequest('DNA-1')] })
const complete = (actor: string, at = group, post = 'p1') =>
  outcomeOf(decide(anEnvelope('complete-post', { masterCaseNumber: at.id, post }, {}, null), actor, at))

describe('SR-6 post is work of the group', () => {
  it('its holder deals with it, once', () => {
    expect(complete('N1-1')).toMatchObject({ post: [{ status: 'Done' }] })
    expect(complete('N1-1', { ...group, post: [aLetter('p1', { status: 'Done' })] })).toContain(
      'done already',
    )
    expect(complete('N1-1', group, 'p9')).toContain('no such item')
  })

  it('a specialist only reads', () => expect(complete('DNA-1')).toContain('Only the holder'))
})
