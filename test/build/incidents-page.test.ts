import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incidentsPage } from '../../build/incidents-page.ts'
import { project } from '../../build/project.ts'

describe('docs/incidents.md', () => {
  it('has the drawing and the steps of the life cycle as the table has them (INC-14)', () => {
    const page = readFileSync(join(project, 'docs', 'incidents.md'), 'utf8')
    expect(page).toBe(incidentsPage(page))
    expect(incidentsPage('')).toContain('referred --> authorised: Authorise')
  })
})
