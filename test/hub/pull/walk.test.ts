import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetOld } from '../../../hub/store/forget-old.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { Organisation, Role } from '../../../shared/domain/organisation.ts'
import { aCaseGroup, aLetter, number } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'
import { withMember } from '../support/organisations.ts'

// So large that a page holds four: nearly every pull has several.
const letters = Array.from({ length: 50 }, (_, n) => aLetter(`post-${n}`, { subject: 'x'.repeat(10_000) }))
const NUMBERS = Array.from({ length: 9 }, (_, n) => String(10000000 + n))
const PEOPLE = ['N1-1', 'N1-lead', 'N1-mgr', 'SCR-1']

type Step =
  | { readonly kind: 'page'; readonly person: number }
  | { readonly kind: 'group'; readonly id: string; readonly facts: Partial<CaseGroup> }
  | {
      readonly kind: 'roles'
      readonly person: number
      readonly roles: readonly Role[]
      readonly team: string
    }
  | { readonly kind: 'forget' }

const person = fc.nat(PEOPLE.length - 1)
const page = fc.record({ kind: fc.constant('page' as const), person })
const group = fc.record({
  kind: fc.constant('group' as const),
  id: fc.constantFrom(...NUMBERS),
  facts: fc.record(
    {
      holder: fc.constantFrom('N1-1', 'N1-2', 'SCR-1').map(staff => staff as StaffNumber),
      team: fc.constantFrom('N1', 'N2', 'SCR').map(id => id as TeamId),
      segment: fc.constantFrom('FS_GB_MAINT_NO_MSR', 'FS_GB_CCLNT_SCR').map(name => name as SegmentName),
      sensitive: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
})
const roles = fc.record({
  kind: fc.constant('roles' as const),
  person,
  roles: fc.subarray<Role>(['caseworker', 'team-leader', 'segment-manager'], { minLength: 1 }),
  team: fc.constantFrom('N1', 'N2', 'SCR'),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: page },
  { weight: 3, arbitrary: group },
  { weight: 1, arbitrary: roles },
  { weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
)

let hub: TestHub

beforeAll(async () => {
  hub = await aHub()
})

afterAll(() => hub.close())

describe('pages', () => {
  it('end in what the hub counts, whatever moved, was granted, withdrawn or forgotten between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async steps => {
        const world = new Map(NUMBERS.map(id => [id, aCaseGroup({ id: number(id), post: letters })]))
        let organisation: Organisation = anOrganisation()
        await hub.write([organisation, ...world.values()], organisation)
        const clients = await Promise.all(PEOPLE.map(staff => aClient(hub.app, staff)))
        for (const one of steps) {
          if (one.kind === 'page') await clients[one.person]?.pullPage()
          else if (one.kind === 'forget') await forget()
          else if (one.kind === 'roles') {
            organisation = withRoles(one, organisation)
            await hub.write([organisation, ...world.values()], organisation)
          } else {
            const changed = { ...aCaseGroup({ post: letters }), ...world.get(one.id), ...one.facts }
            world.set(one.id, changed)
            await hub.write([changed], organisation)
          }
        }
        for (const client of clients) await settled(client)
      }),
      { numRuns: 8 },
    )
  }, 180_000)
})

const withRoles = ({ person, roles, team }: Extract<Step, { kind: 'roles' }>, before: Organisation) =>
  withMember(PEOPLE[person] ?? '', { roles, team: team as TeamId }, before)

/** All that went is forgotten, as if it had been long ago. */
async function forget(): Promise<void> {
  await sql`UPDATE version_log SET at = '2026-06-01'`.execute(hub.database.db)
  await forgetOld(hub.database, NOW)
}

// The client compares what it holds with the digests of each part's last page.
async function settled(client: TestClient): Promise<void> {
  const { caseload } = await client.pull()
  expect(caseload.digests).not.toBe(null)
}
