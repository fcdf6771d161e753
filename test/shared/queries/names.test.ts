import { expect, it } from 'vitest'
import type { Segment } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { segmentTitleBeside, teamTitle } from '../../../shared/queries/names.ts'
import { anOrganisation, segment, team } from '../../make/an-organisation.ts'

const titles: Readonly<Record<string, string>> = {
  FS_GB_MAINT_NO_MSR: 'Maintenance Service Scotland and North East',
  FS_GB_MAINT_SO_MSR: 'Maintenance Service South West',
  FS_GB_ENFMT_NO_ELC: 'Enforcement Local Centre Scotland and North East',
}
const usual = anOrganisation()
const titled = (each: Segment) => ({ ...each, description: titles[each.name] ?? each.description })
const index = indexOrganisation({
  ...usual,
  teams: usual.teams.map(each => (each.id === 'N2' ? { ...each, name: `${titles[each.segment]} 2` } : each)),
  bom: { ...usual.bom, segments: usual.bom.segments.map(titled) },
})

it.each([
  ['FS_GB_ENFMT_NO_ELC', 'Enforcement Local Centre'],
  ['FS_GB_MAINT_SO_MSR', 'South West'],
  ['FS_GB_MAINT_NO_MSR', 'Maintenance Service Scotland and North East'],
])('beside a segment, %s is called by what tells it apart: %s', (name, title) => {
  expect(segmentTitleBeside(segment(name), segment('FS_GB_MAINT_NO_MSR'), index)).toBe(title)
})

it('a team is called by its number where its name begins with its segment’s', () => {
  expect(teamTitle(team('N2'), index)).toBe('Team 2')
  expect(teamTitle(team('N1'), index)).toBe(index.teams.get(team('N1'))?.name)
})
