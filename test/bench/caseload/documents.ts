import pg from 'pg'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation, type OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { importInto } from '../import-into.ts'
import { server } from '../server.ts'
import type { World } from '../world.ts'
import { extract } from './extract.ts'

export interface Documents {
  readonly groups: readonly CaseGroup[]
  readonly index: OrganisationIndex
}

/** The documents that the hub makes of the extract. */
export async function documents(world: World): Promise<Documents> {
  const { create, drop } = await server(world)
  const url = await create()
  await importInto(url, await extract(world.groups, world))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ document: string }>('SELECT document FROM case_group')
    const [organisation] = (await client.query<{ document: string }>('SELECT document FROM organisation'))
      .rows
    if (!organisation) throw new Error('The hub has no organisation.')
    return {
      groups: rows.map(({ document }) => JSON.parse(document) as CaseGroup),
      index: indexOrganisation(JSON.parse(organisation.document) as Organisation),
    }
  } finally {
    await client.end()
    await drop(url)
  }
}
