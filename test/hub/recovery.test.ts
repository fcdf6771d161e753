import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { type RecoveryRequest, recoveryIdOf } from '../../shared/domain/recovery-request.ts'
import { number } from '../make/a-case-group.ts'
import {
  acknowledged,
  aLostRequest,
  anAsking,
  anOrphan,
  aRecovery,
  nominatedIt,
  onRecovery,
  organisationLeft,
} from '../make/a-recovery.ts'
import { aMember, segment, team } from '../make/an-organisation.ts'
import { aClient, type TestClient } from './support/a-client.ts'
import { aHub, type TestHub } from './support/a-hub.ts'

const organisation = organisationLeft([
  nominatedIt,
  aMember('SCR-new', 'SCR', { roles: ['team-leader', 'segment-manager'] }),
  aMember('it-gone', null, { roles: ['local-it'], access: 'removed' }),
])

const { number: sr, kind } = aLostRequest()
const scr = { sensitive: true, team: team('SCR'), segment: segment('FS_GB_CCLNT_SCR') }

/** One request of each kind that access differs on; all acknowledged, so that every command could be done. */
const records: Readonly<Record<string, RecoveryRequest>> = {
  'of N1': aRecovery({ masterCaseNumber: number('1'), acknowledged }),
  'of no team': aRecovery({ masterCaseNumber: number('2'), team: null, acknowledged }),
  'of DNA': aRecovery({
    masterCaseNumber: number('3'),
    serviceRequest: { number: sr, kind },
    team: team('DNA'),
    segment: segment('FS_GB_CCLNT_DNA'),
    acknowledged,
  }),
  'of SCR': aRecovery({ masterCaseNumber: number('4'), ...scr, acknowledged }),
}

// Written by hand from ORPH-2, ORPH-4 and ACC-3. s: sees it; a: may chase and withdraw; i: answers as local IT.
const matrix = `
    person     N1 none DNA SCR
    N1-1       .  .    .   .
    N1-lead    a  a    .   .
    N2-lead    .  a    .   .
    N1-mgr     a  a    .   .
    S1-mgr     .  .    .   .
    DNA-1      .  .    .   .
    DNA-lead   .  .    a   .
    DNA-mgr    .  .    a   .
    SCR-1      .  .    .   .
    SCR-lead   .  .    .   a
    SCR-mgr    .  .    .   a
    SCR-new    .  .    .   .
    it         i  i    i   .
    it-scr     i  i    i   i
`
const [, ...lines] = matrix.trim().split('\n')
const rows = lines.map(line => line.trim().split(/\s+/))

let hub: TestHub

beforeAll(async () => {
  hub = await aHub(Object.values(records), organisation)
})

afterAll(() => hub.close())

const asking: readonly CommandName[] = ['chase-recovery', 'withdraw-recovery']
const answering: readonly CommandName[] = ['acknowledge-recovery', 'confirm-recovery', 'refuse-recovery']

/** Not done, for what it saw is another request: but what he may not do is refused before that. */
const tried = (name: CommandName, recovery: RecoveryRequest) =>
  onRecovery(
    name,
    { ...recovery, asked: '00000000-0000-7000-9000-00000000dead' as RecoveryRequest['asked'] },
    name === 'acknowledge-recovery' ? { reference: 'INC0042' } : {},
    'Because.',
  )

describe('ORPH-2, ORPH-4, ACC-2, ACC-3: recovery requests', () => {
  it.each(rows)('are sent to %s as the matrix has it', async (person = '', ...cells) => {
    const client = await aClient(hub.app, person)
    await client.pull()
    const sent = Object.values(records).map(({ id }) => client.document(id) !== undefined)
    expect(sent).toEqual(cells.map(cell => cell !== '.'))
  })

  it.each(rows)('are open to %s as the matrix has it', async (person = '', ...cells) => {
    const client = await aClient(hub.app, person)
    const all = Object.values(records)
    const envelopes = [...asking, ...answering].flatMap(name => all.map(recovery => tried(name, recovery)))
    await client.push(...envelopes)
    const { results } = await client.pull()
    const said = results.map(({ result }) => (result.kind === 'refused' ? result.refusal.kind : 'done'))
    const expected = (may: string) =>
      cells.map(cell => (cell === '.' ? 'not-found' : cell === may ? 'changed' : 'not-allowed'))
    expect(said).toEqual([...asking.flatMap(() => expected('a')), ...answering.flatMap(() => expected('i'))])
  })

  it('are of nobody whose access was removed', async () => {
    await expect(aClient(hub.app, 'it-gone')).rejects.toThrow()
  })
})

describe('ORPH-4, ORPH-5: from the team to local IT and back', () => {
  it('two asked, one recovered, one refused; nothing of a client reaches IT', async () => {
    const groups = [anOrphan('21'), anOrphan('22')]
    await hub.write(groups, organisation)
    const [leader, it] = [await aClient(hub.app, 'N1-lead'), await aClient(hub.app, 'it')]
    await leader.push(...groups.map(({ id }) => anAsking(id)))
    await it.pull()
    const sent = [...it.caseload.documents].filter(([id]) => id !== 'organisation')
    expect(sent).toHaveLength(5)
    const texts = JSON.stringify(sent)
    for (const { people, title } of groups) {
      for (const words of [title, ...people.flatMap(({ lastName, firstName }) => [lastName, firstName])])
        expect(texts).not.toContain(words)
    }
    const read = (client: TestClient, id: MasterCaseNumber) =>
      client.document(recoveryIdOf(id, null)) as RecoveryRequest
    const [one, two] = [read(it, number('21')), read(it, number('22'))]
    await it.push(
      onRecovery('acknowledge-recovery', one, { reference: 'INC1' }),
      onRecovery('acknowledge-recovery', two, { reference: 'INC1' }),
      onRecovery('confirm-recovery', one),
      onRecovery('refuse-recovery', two, {}, 'No such account.'),
    )
    await leader.pull()
    const ends = groups.map(({ id }) => read(leader, id).end)
    expect(ends).toMatchObject([{ kind: 'recovered-by-it' }, { kind: 'refused', reason: 'No such account.' }])
  })
})
