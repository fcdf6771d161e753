import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { whyReadOnly } from '../../../shared/queries/read-only.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { TODAY } from '../../make/readings.ts'

const index = indexOrganisation(anOrganisation())
const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] })
const why = (reader: string, of: CaseGroup = group) => whyReadOnly(staff(reader), of, index, TODAY)

describe('ACC-2 the whole group of a request, read-only', () => {
  it('is explained to the specialist who holds it', () => {
    expect(why('DNA-1')).toMatch(
      /^You can read this case group, not change it: you hold its Parentage dispute .+\. The group itself is Person N1-1’s\.$/,
    )
  })

  it('and to his team leader', () => {
    expect(why('DNA-lead')).toContain('Person DNA-1 holds its Parentage dispute')
  })

  it('says where a group waits that nobody holds', () => {
    expect(why('DNA-1', { ...group, holder: null })).toContain(
      'The group itself waits in the queue of Team N1.',
    )
    expect(why('DNA-1', { ...group, holder: null, team: null })).toContain(
      'The group itself waits in the queue of its segment.',
    )
  })

  it('is not said to whoever may change it, nor to anybody whose request it is no more', () => {
    for (const owner of ['N1-1', 'N1-lead', 'N1-mgr']) expect(why(owner)).toBeNull()
    const closed = aSpecialistRequest('DNA-1', { status: 'Closed' })
    expect(why('DNA-1', { ...group, serviceRequests: [closed] })).toBeNull()
  })
})
