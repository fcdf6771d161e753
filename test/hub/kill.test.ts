import { describe, expect, it } from 'vitest'
import type { CommandId, MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { killHubs } from '../kills/hub.ts'
import { judgeHub, type Kept } from '../kills/judge-hub.ts'
import { anEnvelope } from '../make/a-command.ts'

describe('a hub that is killed, or its PostgreSQL, or one of that’s connections', () => {
  // More of them: npm run kill -- --what hub --kills 100
  it('has lost nothing that it acknowledged, and done nothing twice', async () => {
    const { kills, acknowledged, ...faults } = await killHubs(3, 20_261_126)
    expect(kills).toEqual({ hub: 1, postgres: 1, connection: 1 })
    expect(acknowledged).toBeGreaterThan(0)
    expect(faults).toEqual({ lost: [], twice: [], wrong: [] })
  })
})

describe('the judge of what is left', () => {
  const envelopes = [1, 2, 3].map(() => anEnvelope('allocate-case-group', {}, {}))
  const [first, second, third] = envelopes.map(({ id }) => id) as [CommandId, CommandId, CommandId]
  const group = '10000001' as MasterCaseNumber
  const holder = (name: string) => name as StaffNumber
  const entry = (command: CommandId, name: string) => ({
    command,
    changes: [{ group, after: { holder: holder(name) } }],
  })
  const kept: Kept = {
    results: new Map([first, second].map(id => [id, 'accepted'])),
    entries: [entry(first, 'N1-2'), entry(second, 'N1-1')],
    groups: [{ id: group, holder: holder('N1-1') }],
  }
  const judged = (more: Partial<Kept>) => judgeHub([{ envelopes, acknowledged: 2 }], { ...kept, ...more })

  it('finds what is as it should be so, whatever was not acknowledged', () => {
    const fine = { acknowledged: 2, lost: [], twice: [], wrong: [] }
    expect(judged({})).toEqual(fine)
    expect(judged({ entries: [...kept.entries, entry(third, 'N1-1')] })).toEqual(fine)
  })

  it('finds what was lost', () => {
    expect(judged({ entries: [entry(first, 'N1-1')] }).lost).toEqual([second])
    expect(judged({ results: new Map([[first, 'accepted']]) }).lost).toEqual([second])
    expect(judged({ results: new Map([...kept.results, [second, 'refused']]) }).lost).toEqual([second])
  })

  it('finds what was done twice, and a group that is not what its last change made it', () => {
    expect(judged({ entries: [...kept.entries, entry(first, 'N1-1')] }).twice).toEqual([first])
    expect(judged({ groups: [{ id: group, holder: holder('N1-2') }] }).wrong).toEqual([group])
  })
})
