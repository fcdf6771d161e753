import { describe, expect, it } from 'vitest'
import { house } from '../../../hub/import/house.ts'
import type { AuditEntry } from '../../../hub/store/audit-entry.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { maySee } from '../../../shared/sync/buckets.ts'
import { aCaseGroup, aLock, aPerson } from '../../make/a-case-group.ts'
import { anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { aBom, aMember, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'
import type { EmptyHub } from './support/a-hub.ts'
import { driftOf, hubAfter } from './support/hub-after.ts'
import { change, type Extract, later, small } from './support/small-extract.ts'

const NOW = '2026-11-21T18:00:00Z'
const [OLD, NEW] = [segment('FS_GB_MAINT_SO_MSR'), segment('FS_GB_MAINT_SOUTH_MSR')]
const before = anOrganisation()
const bom = {
  ...aBom,
  segments: aBom.segments.map(each => (each.name === OLD ? { ...each, name: NEW } : each)),
}
const teams = before.teams.map(each => (each.segment === OLD ? { ...each, segment: NEW } : each))
const renamed = { ...before, bom, teams }
// Its team is closed, and its people went to a new one.
const merged: Organisation = {
  ...renamed,
  teams: teams.map(each => (each.segment === NEW ? { ...each, id: team('S9') } : each)),
  staff: before.staff.map(each => (each.team === team('S1') ? { ...each, team: team('S9') } : each)),
}

const inSouth = {
  people: [aPerson('pp', { postcode: 'BS1 1AA' }), aPerson('rp')],
  segment: OLD,
  team: team('S1'),
}
const housedIn = (group: CaseGroup, organisation: Organisation) =>
  house(group, NEW, indexOrganisation(organisation), NOW)
const seenBy = (group: CaseGroup, organisation: Organisation) =>
  organisation.staff
    .filter(({ number }) => maySee(number, group, indexOrganisation(organisation), '2026-11-21'))
    .map(({ number }) => number)

describe('ALLOC-1, BOM-5 a segment that is in the BOM no more', () => {
  it('leaves a group with its team, its holder and its lock where the team has gone with it (IMP-8)', () => {
    const held = aCaseGroup({ ...inSouth, holder: staff('S1-1'), lock: aLock(), compliant: false })
    const housed = housedIn(held, renamed)
    expect(housed).toMatchObject({ segment: NEW, team: 'S1', holder: 'S1-1', lock: held.lock })
    expect(housed.history).toMatchObject([
      { actor: { kind: 'rule', rule: 'ALLOC-1' }, event: { kind: 'moved', from: OLD, to: NEW } },
    ])
    const waiting = housedIn(aCaseGroup({ ...inSouth, holder: null }), renamed)
    expect(waiting).toMatchObject({ segment: NEW, team: 'S1', holder: null })
    expect(seenBy(waiting, renamed)).toEqual(['S1-lead', 'S1-mgr'])
  })

  it('leaves one whose team is no more with its holder, or where the source has it, whatever it belongs to (IMP-6, IMP-8)', () => {
    for (const complex of [false, true]) {
      const held = aCaseGroup({ ...inSouth, holder: staff('S1-1'), complex })
      for (const told of [NEW, OLD, segment('FS_GB_MAINT_NO_MSR')])
        expect(house(held, told, indexOrganisation(merged), NOW)).toMatchObject({
          segment: NEW,
          team: 'S9',
          holder: 'S1-1',
        })
      const waiting = housedIn(aCaseGroup({ ...inSouth, holder: null, complex }), merged)
      expect(waiting).toMatchObject({ segment: NEW, team: 'S9', holder: null })
    }
  })

  it('orphans it there where its holder has no team of the BOM (ORPH-1)', () => {
    const left = aCaseGroup({ ...inSouth, holder: staff('gone'), complex: true })
    expect(housedIn(left, merged)).toMatchObject({ segment: NEW, team: 'S9', holder: 'gone' })
  })

  it('allocates one that neither its holder nor the source has anywhere, and takes it from whoever had it', () => {
    const left = aCaseGroup({ ...inSouth, holder: staff('gone'), complex: true })
    const housed = house(left, OLD, indexOrganisation(merged), NOW)
    expect(housed).toMatchObject({ segment: 'FS_GB_CCLNT_CPLX', holder: null })
  })

  it('takes none that is locked from its holder, nor to another segment while it can stay (LOCK-1, LOCK-6)', () => {
    const lock = aLock()
    const locked = aCaseGroup({ ...inSouth, holder: staff('S1-1'), lock, complex: true })
    const housed = housedIn(locked, merged)
    expect(housed).toMatchObject({ segment: NEW, team: 'S9', holder: 'S1-1', lock })
    expect(seenBy(housed, merged)).toContain('S1-1')
    const left = house({ ...locked, holder: staff('gone') }, OLD, indexOrganisation(merged), NOW)
    expect(left).toMatchObject({ segment: 'FS_GB_CCLNT_CPLX', holder: 'gone', lock })
  })

  it('keeps what cannot be allocated where the source has it, or with those who do its rank’s work', () => {
    const people = [aPerson('pp', { postcode: null }), aPerson('rp')]
    const lost = aCaseGroup({ ...inSouth, people, team: null, holder: null })
    expect(housedIn(lost, renamed).segment).toBe(NEW)
    const found = house(lost, OLD, indexOrganisation(renamed), NOW)
    expect(renamed.bom.segments.find(({ name }) => name === found.segment)).toMatchObject({ rank: 11 })
  })

  it('a closed group keeps its holder there too: it is not moved, its segment has another name (ALLOC-13)', () => {
    const closed = aCaseGroup({ ...inSouth, holder: staff('S1-1'), status: 'Closed', complex: true })
    expect(housedIn(closed, renamed)).toMatchObject({ segment: NEW, team: 'S1', holder: 'S1-1' })
  })
})

describe('IMP-6 the team follows the holder, or the segment when unassigned', () => {
  const index = indexOrganisation(before)
  it.each([
    ['came without one', null],
    ['has one that is no more', team('N9')],
  ])('of a group that %s', (_, had) => {
    expect(house(aCaseGroup({ team: had }), OLD, index, NOW).team).toBe('N1')
    expect(house(aCaseGroup({ team: had, holder: null }), OLD, index, NOW).team).toBeNull()
    expect(house(aCaseGroup({ ...inSouth, team: had, holder: null }), OLD, index, NOW).team).toBe('S1')
  })

  it('whoever moved leaves his groups with the team that he left (ORPH-1)', () => {
    const moved = aMember('N1-1', 'N2', { movedOn: '2026-10-01', previousTeam: team('N1') })
    const staffed = before.staff.map(each => (each.number === moved.number ? moved : each))
    const there = indexOrganisation({ ...before, staff: staffed })
    for (const had of [team('N1'), null, team('N9')]) {
      const group = aCaseGroup({ team: had, assignedOn: '2026-01-05' })
      expect(house(group, OLD, there, NOW).team).toBe('N1')
      const later = house({ ...group, team: null, assignedOn: '2026-10-05' }, OLD, there, NOW)
      expect(later.team).toBe('N2')
    }
  })

  it('IMP-3: in the extract that first has it, and in one that puts the column right', async () => {
    const faulty = change(small, 'case_groups', 'G1', { team_id: 'M?' })
    const hub = await hubAfter(faulty)
    expect(await hub.group('G1')).toMatchObject({ team: 'M1', holder: 'm1' })
    await hub.import(later(small))
    expect(await hub.group('G1')).toMatchObject({ team: 'M1', history: [] })
  })
})

describe('IMP-8 an import after which a segment is no more', () => {
  const gone: Extract = {
    ...small,
    segments: small.segments.map(row =>
      row.segment_name === 'FS_NI_MAINT_OOO_MSR' ? { ...row, segment_name: 'FS_NI_MAINT_ALL_MSR' } : row,
    ),
    teams: small.teams.map(row =>
      row.team_id === 'N1' ? { ...row, segment_name: 'FS_NI_MAINT_ALL_MSR' } : row,
    ),
  }
  const told = change(gone, 'case_groups', 'G3', { segment_name: 'FS_NI_MAINT_ALL_MSR' })

  it('moves its groups by a rule, in the version of the import, and tells each in the audit trail (IMP-7, ACC-5)', async () => {
    const hub = await hubAfter(small, told)
    expect(await hub.group('G3')).toMatchObject({ segment: 'FS_NI_MAINT_ALL_MSR', team: 'N1', holder: 'n1' })
    expect(await driftOf(hub)).toEqual([])
    const { rows } = await hub.client.query('SELECT entry FROM audit ORDER BY seq')
    const moves = rows.filter(({ entry }) => entry.includes('"action":"moved"'))
    expect(moves.map(({ entry }) => JSON.parse(entry).actor)).toEqual([{ kind: 'rule', rule: 'ALLOC-1' }])
    const { rows: versions } = await hub.client.query('SELECT version FROM hub_version')
    expect(Number(versions[0]?.version)).toBe(2)
  })

  it('is to be carried into a source that says otherwise still (IMP-6)', async () => {
    const hub = await hubAfter(small, gone)
    expect(await driftOf(hub)).toEqual(['G3 segment: FS_NI_MAINT_ALL_MSR / FS_NI_MAINT_OOO_MSR to carry'])
  })

  it('one that was left there earlier is put right by the next import', async () => {
    const hub = await hubAfter(small)
    await hub.client.query(
      `UPDATE case_group SET segment = 'FS_GONE', document = replace(document, '"FS_GB_MAINT_OOO_MSR"', '"FS_GONE"') WHERE id = 'G1'`,
    )
    const { moves } = await hub.import(later(small))
    expect(moves).toEqual([
      { masterCaseNumber: 'G1', from: 'FS_GONE', to: 'FS_GB_MAINT_OOO_MSR', rule: 'ALLOC-1' },
    ])
  })
})

describe('ACC-5 an import that closes a team', () => {
  const closed: Extract = {
    ...small,
    teams: small.teams.map(row => (row.team_id === 'N1' ? { ...row, team_id: 'N9' } : row)),
    users: small.users.map(row => (row.team_id === 'N1' ? { ...row, team_id: 'N9' } : row)),
    case_groups: small.case_groups.map(row => (row.team_id === 'N1' ? { ...row, team_id: 'N9' } : row)),
  }
  const SEGMENT = 'FS_NI_MAINT_OOO_MSR'
  const movesIn = async (hub: EmptyHub) => {
    const { rows } = await hub.client.query('SELECT entry FROM audit ORDER BY seq')
    const entries = rows.map(({ entry }) => JSON.parse(entry) as AuditEntry)
    return entries.filter(({ action }) => action === 'moved')
  }

  it('tells in the audit trail which groups have another team, by which rule; it is no move of a segment (IMP-6)', async () => {
    const hub = await hubAfter(small)
    const { moves } = await hub.import(later(closed))
    expect(moves).toEqual([])
    expect(await hub.group('G3')).toMatchObject({ segment: SEGMENT, team: 'N9', holder: 'n1', history: [] })
    expect(await movesIn(hub)).toMatchObject([
      {
        actor: { kind: 'rule', rule: 'IMP-6' },
        changes: [
          { group: 'G3', before: { team: 'N1', segment: SEGMENT }, after: { team: 'N9', segment: SEGMENT } },
        ],
      },
    ])
  })

  it('tells in one entry which incidents without a case went with their raisers (INC-16)', async () => {
    const hub = await hubAfter(small)
    const own = ['1', '2'].map(last => ({
      ...anOwnIncident({ id: incidentNamed(last), raisedBy: staff('n1') }),
      segment: segment(SEGMENT),
    }))
    for (const document of own)
      await hub.client.query(
        `INSERT INTO aggregate (kind, id, document, stamp, buckets) VALUES ('incident', $1, $2, 1, '{}')`,
        [document.id, JSON.stringify(document)],
      )
    await hub.import(later(closed))
    const followed = (await movesIn(hub)).filter(({ aggregates }) => aggregates.length > 0)
    expect(followed).toMatchObject([
      {
        actor: { kind: 'rule', rule: 'INC-16' },
        aggregates: own.map(({ id }) => ({ id, before: { team: 'N1' }, after: { team: 'N9' } })),
      },
    ])
    await hub.import(later(closed, 2))
    expect(await movesIn(hub)).toHaveLength(2)
  })
})
