import { describe, expect, it } from 'vitest'
import { openWorkCount, openWorkOf } from '../../../shared/domain/open-work.ts'
import { aCaseGroup, aLetter, aRequest } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'

const group = aCaseGroup({
  serviceRequests: [
    aRequest('started'),
    aRequest('not started', { status: 'Not Started', activities: [] }),
    aSpecialistRequest('DNA-1', { number: 'specialist' as never }),
    aRequest('closed', { status: 'Closed' }),
  ],
  post: [aLetter('open'), aLetter('dealt with', { status: 'Done' as never })],
})

describe('SR-6 the open work of a case group', () => {
  const work = openWorkOf(group)

  it('is its service requests that are not closed, whoever holds them', () => {
    expect(work.serviceRequests.map(({ number }) => number)).toEqual(['started', 'not started', 'specialist'])
  })

  it('is their open activities, not those that are done nor those of a closed request', () => {
    expect(work.activities).toBe(2)
  })

  it('is its open post, not what was dealt with', () => {
    expect(work.post.map(({ number }) => number)).toEqual(['open'])
  })

  it('is counted without groups, cases and activities', () => {
    expect(openWorkCount(group)).toBe(4)
    expect(openWorkCount(aCaseGroup())).toBe(0)
  })
})
