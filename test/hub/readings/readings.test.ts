import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import type { AuditEntry } from '../../../hub/store/audit-entry.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { READERS, READINGS } from '../../../shared/sync/paths.ts'
import { PROTOCOL } from '../../../shared/sync/protocol-version.ts'
import { readersReply, readingsReply, recordedAs } from '../../../shared/sync/readings.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const plain = aCaseGroup({ id: number('1') })
const sensitive = aCaseGroup({
  id: number('7'),
  segment: 'FS_GB_CCLNT_SCR' as SegmentName,
  team: 'SCR' as TeamId,
  holder: 'SCR-1' as StaffNumber,
  sensitive: true,
})

let hub: TestHub
beforeEach(async () => {
  hub = await aHub([plain, sensitive])
})
afterEach(() => hub.close())

const aReading = (id: string, more: object = {}) => ({
  masterCaseNumber: id,
  at: NOW,
  purpose: null,
  words: null,
  ...more,
})

async function read(who: string, ...readings: readonly object[]) {
  const { ask } = await aClient(hub.app, who)
  return ask('POST', READINGS, { protocol: PROTOCOL, staffNumber: who, readings })
}

async function readers(who: string, masterCaseNumber: string) {
  const { ask } = await aClient(hub.app, who)
  const answer = await ask('POST', READERS, { protocol: PROTOCOL, staffNumber: who, masterCaseNumber })
  return answer.json()
}

async function trail(): Promise<readonly AuditEntry[]> {
  const rows = await hub.database.db.selectFrom('audit').select('entry').orderBy('seq').execute()
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry)
}

describe('ACC-5 who read a case group in full', () => {
  it('is in the audit trail with his role, what for, his words and his device, and the trail is whole', async () => {
    const words = 'The client rang about a payment.'
    const answer = await read('SCR-lead', aReading(sensitive.id, { purpose: 'client-contact', words }))
    expect(readingsReply.strict().parse(answer.json())).toEqual({ protocol: PROTOCOL })
    const [entry, ...more] = await trail()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actor: { kind: 'person', staff: 'SCR-lead' },
      role: 'team-leader',
      action: 'read-case-group',
      args: { masterCaseNumber: sensitive.id, purpose: 'client-contact' },
      reason: words,
      device: expect.any(String),
      acceptedAt: NOW,
    })
    const verdict = await hub.database.db.transaction().execute(tx => verifyAudit(tx, []))
    expect(verdict.kind).toBe('whole')
  })

  it('is recorded once a day for each purpose', async () => {
    const same = aReading(sensitive.id, { purpose: 'work', words: 'His week.' })
    await read('SCR-lead', same, same)
    await read('SCR-lead', same, aReading(sensitive.id, { purpose: 'check', words: 'A check.' }))
    expect((await trail()).map(({ args }) => (args as { purpose: string }).purpose)).toEqual([
      'work',
      'check',
    ])
  })

  it('moves nothing: nobody is poked, nobody pulls anything for it', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pull()
    await read('N1-mgr', aReading(plain.id))
    expect((await leader.pull()).caseload.patch).toEqual([])
  })

  it('is told to whoever directs the group, newest first', async () => {
    await read('N1-mgr', aReading(plain.id))
    expect(readersReply.strict().parse(await readers('N1-lead', plain.id)).readers).toEqual([
      { at: NOW, staffNumber: 'N1-mgr', role: 'segment-manager', purpose: null, words: null },
    ])
  })
})

describe('ACC-5 what was read without network and left its reader’s sight before the hub heard', () => {
  it('is recorded as his claim, once a day, and tells the readers of today nothing of it', async () => {
    const at = '2026-11-20T09:00:00.000Z'
    await read('S1-mgr', aReading(plain.id, { at }), aReading(plain.id, { at }))
    await read('S1-mgr', aReading(plain.id, { at }), aReading('99999999', { at }))
    const [claim, nowhere, ...more] = await trail()
    expect(more).toEqual([])
    // A number that does not exist is one that he claims to have read, in the same words.
    expect({ ...nowhere, args: claim?.args, device: claim?.device }).toEqual(claim)
    expect(nowhere?.args).toMatchObject({ masterCaseNumber: '99999999' })
    expect([claim]).toMatchObject([
      {
        actor: { kind: 'person', staff: 'S1-mgr' },
        action: 'read-case-group',
        args: { masterCaseNumber: plain.id },
        issuedAt: at,
        acceptedAt: NOW,
        details: { claimed: 'not in sight when the hub heard' },
      },
    ])
    expect(await readers('N1-lead', plain.id)).toMatchObject({ readers: [] })
  })

  it('is taken of nobody more than two hundred times in an hour, whether the numbers exist or not; what he sees is', async () => {
    const claims = (from: number, count: number) =>
      Array.from({ length: count }, (_, place) => aReading(String(50_000_000 + from + place)))
    expect((await read('N1-mgr', ...claims(0, 100))).status).toBe(200)
    expect((await read('N1-mgr', ...claims(0, 100))).status).toBe(200)
    expect((await read('N1-mgr', ...claims(100, 99), aReading(sensitive.id))).status).toBe(200)
    for (const one of [aReading('60000000'), aReading('99999999')])
      expect((await read('N1-mgr', one)).status).toBe(429)
    expect((await read('N1-mgr', aReading(plain.id))).status).toBe(200)
    expect((await read('S1-mgr', ...claims(0, 1))).status).toBe(200)
    expect(await trail()).toHaveLength(202)
  })

  it('does not stand for a reading of what is in sight', async () => {
    await read('N1-mgr', aReading(plain.id))
    expect((await trail()).map(({ details }) => details)).toEqual([null])
  })
})

describe('ACC-3 a nationally sensitive group, and ACC-4 what one may not see', () => {
  it.each(['N1-lead', 'N1-mgr', 'it'])(
    'is not told to %s by its being read, nor its readers; that he claims to have read it is recorded',
    async who => {
      await read('SCR-lead', aReading(sensitive.id, { purpose: 'work', words: 'His week.' }))
      const [there, nowhere] = [
        await read(who, aReading(sensitive.id)),
        await read(who, aReading('99999999')),
      ]
      expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text])
      const claims = (await trail()).slice(1)
      expect(claims.map(({ args }) => (args as { masterCaseNumber: string }).masterCaseNumber)).toEqual([
        sensitive.id,
        '99999999',
      ])
      for (const claim of claims)
        expect(claim).toMatchObject({ actor: { staff: who }, details: { claimed: expect.any(String) } })
      expect(await readers(who, sensitive.id)).toEqual(await readers(who, '99999999'))
      expect(await readers('SCR-lead', sensitive.id)).toMatchObject({ readers: [{ purpose: 'work' }] })
    },
  )

  it('tells its readers not even to its team’s leader, where he is not nominated', async () => {
    const astray = aCaseGroup({ id: number('8'), sensitive: true })
    await hub.write([astray])
    await read('SCR-lead', aReading(astray.id, { purpose: 'check', words: 'A check.' }))
    const rows = await hub.database.db.selectFrom('reading').select('id').execute()
    expect(rows).toHaveLength(1)
    await hub.database.db.updateTable('reading').set({ purpose: 'check' }).execute()
    expect(await readers('N1-lead', astray.id)).toEqual({ protocol: PROTOCOL, readers: [] })
    await hub.write([{ ...astray, sensitive: false }])
    expect(await readers('N1-lead', astray.id)).toMatchObject({ readers: [{ staffNumber: 'SCR-lead' }] })
  })

  it('tells its readers to nobody who only holds it', async () => {
    await read('SCR-lead', aReading(sensitive.id, { purpose: 'work', words: 'His week.' }))
    expect(await readers('SCR-1', sensitive.id)).toEqual({ protocol: PROTOCOL, readers: [] })
    expect(await readers('SCR-lead', sensitive.id)).toMatchObject({ readers: [{ purpose: 'work' }] })
  })
})

describe('a request that is not as agreed', () => {
  it.each([
    ['no reading', []],
    ['an unknown field', [aReading('1', { more: 1 })]],
    ['an unknown purpose', [aReading('1', { purpose: 'curiosity' })]],
    ['empty words', [aReading('1', { words: ' ' })]],
    ['a hundred and one', Array.from({ length: 101 }, () => aReading('1'))],
  ])('is refused: %s', async (_, readings) => {
    expect((await read('N1-lead', ...readings)).status).toBe(400)
  })

  it('is refused for another person than the session’s, and without one', async () => {
    const { ask } = await aClient(hub.app, 'N1-lead')
    const message = { protocol: PROTOCOL, staffNumber: 'N1-mgr', readings: [aReading('1')] }
    expect((await ask('POST', READINGS, message)).status).toBe(401)
    const asked = { protocol: PROTOCOL, staffNumber: 'SCR-lead', masterCaseNumber: sensitive.id }
    expect((await ask('POST', READERS, asked)).status).toBe(401)
    expect((await hub.app.inject({ method: 'POST', url: READERS, payload: {} })).statusCode).toBe(401)
  })
})

describe('what is out of one’s team', () => {
  const index = indexOrganisation(anOrganisation())
  const seenBy = (who: string, group = plain) => recordedAs(staff(who), group, index, '2026-11-21')

  it('is what is seen only from above: by the segment manager, not by who holds or leads it (ACC-2)', () => {
    expect(['N1-mgr', 'N1-lead', 'N1-1'].map(who => seenBy(who))).toEqual(['out-of-team', null, null])
  })

  it('is not the queue of one’s segment, nor a group on which one has a request', () => {
    expect(seenBy('N1-mgr', { ...plain, team: null, holder: null })).toBeNull()
    const kind = 'functionally-unique' as const
    const request = aRequest('1-1', { kind, type: 'Parentage dispute', holder: staff('DNA-1') })
    expect(seenBy('DNA-1', { ...plain, serviceRequests: [request] })).toBeNull()
  })

  it('is beside the point where a group is nationally sensitive', () => {
    expect(seenBy('SCR-1', sensitive)).toBe('sensitive')
  })
})
