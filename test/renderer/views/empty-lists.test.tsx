// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const emptied = () => document.querySelector('.empty')?.textContent ?? ''
const sitAt = (view: string, actor: string, groups = aCaseload(0)) =>
  sitDownAt(aDesk({ actor, groups, organisation: anOrganisation() }), view)

describe('an empty list', () => {
  it('says why, how something would come into it, and how fresh that is', async () => {
    await sitAt(
      'locks',
      'N1-lead',
      aCaseload(1).map(group => ({ ...group, lock: null })),
    )
    expect(emptied()).toMatch(
      /^Nothing is locked in Team N1A lock is set on a case group.*Facts of CMS2012 as of/,
    )
    expect(emptied()).not.toContain('has no case groups')
  })

  it.each([
    ['orphans', 'N1-lead', /case group or a service request .* has moved to another team or lost access/],
    ['queue', 'N1-lead', /when it is returned, or moves to your segment/],
    ['requests', 'N1-lead', /when a member of your team is given it/],
    ['requests', 'N1-mgr', /when a member of your segment is given it/],
    ['requests', 'DNA-lead', /raised for your segment, or given to one of its specialists/],
    ['returns', 'N1-lead', /when the last open work on it is done/],
    ['deadlines', 'N1-lead', /a day or an hour to be done by/],
    ['allocation-drift', 'N1-mgr', /it belongs to another segment/],
    ['differences', 'N1-mgr', /CMS2012 has something else/],
    ['incidents', 'N1-lead', /when somebody there raises it/],
    ['incidents', 'N1-1', /from a case group or one of its service requests/],
    ['advice', 'N1-1', /from that case group/],
  ])('of %s says how something would come into it', async (view, actor, words) => {
    await sitAt(view, actor)
    expect(emptied()).toMatch(words)
  })

  it('says where there are no case groups at all, and to nobody who has none by his role', async () => {
    await sitAt('queue', 'N1-lead')
    expect(emptied()).toContain('Team N1 has no case groups.')
    cleanup()
    await sitAt('recovery', 'DNA-lead')
    expect(emptied()).toMatch(
      /^Local IT has been asked for nothingTo ask for something back, select it in Orphans/,
    )
  })

  it('has nothing to explain beside it', async () => {
    await sitAt('queue', 'N1-lead')
    expect(document.getElementById('pane')).toBeNull()
    cleanup()
    await sitAt('case-groups', 'N1-lead', aCaseload(2))
    expect(document.getElementById('pane')).not.toBeNull()
  })
})
