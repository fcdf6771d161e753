import { describe, expect, it } from 'vitest'
import type { Role, StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { deskPartsOf } from '../../../shared/queries/desk-part.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const parts = (team: string | null, ...roles: readonly Role[]) =>
  deskPartsOf(aMember('somebody', team, { roles }) as StaffMember, index)

describe('ACC-1 what somebody is at the desk', () => {
  it('is his role, where his segment owns case groups', () => {
    expect(parts('N1', 'caseworker')).toEqual(['caseworker'])
    expect(parts('N1', 'team-leader')).toEqual(['team-leader'])
    expect(parts('N1', 'segment-manager')).toEqual(['segment-manager'])
  })

  it('is a specialist of that role, where his segment does specialist work (BOM-2)', () => {
    expect(parts('DNA', 'caseworker')).toEqual(['specialist'])
    expect(parts('DNA', 'team-leader')).toEqual(['specialists-leader'])
    expect(parts('DNA', 'segment-manager')).toEqual(['specialists-manager'])
  })

  it('is everything that he is', () => {
    expect(parts('N1', 'team-leader', 'local-it', 'caseworker')).toEqual([
      'team-leader',
      'local-it',
      'caseworker',
    ])
  })

  it('does no case work without a team', () => {
    expect(parts(null, 'caseworker', 'local-it')).toEqual(['local-it'])
  })
})
