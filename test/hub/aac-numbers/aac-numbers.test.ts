import { afterEach, describe, expect, it } from 'vitest'
import { importAacNumbers } from '../../../hub/aac-numbers/import-aac-numbers.ts'
import { readAacNumbers } from '../../../hub/aac-numbers/read-aac-numbers.ts'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import { type AacNumbers, firstAacNumbers } from '../../../shared/domain/aac-numbers.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

let hub: TestHub | undefined

afterEach(async () => {
  await hub?.close()
  hub = undefined
})

const importInto = ({ database }: TestHub, numbers: AacNumbers) =>
  database.db.transaction().execute(tx => importAacNumbers(tx, numbers, NOW))

describe('INC-7 AAC’s numbers are data', () => {
  const newer = readAacNumbers('{"Belfast": "788266999", "Northern Areas": "0800 123 456"}')

  it('come to every desk by its next pull, with a line in the audit trail (ACC-5), and once', async () => {
    hub = await aHub([])
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    expect(await importInto(hub, firstAacNumbers)).toBe(false)
    expect(await importInto(hub, newer)).toBe(true)
    expect(await importInto(hub, newer)).toBe(false)
    await worker.pull()
    expect(worker.document('aac-numbers')).toEqual(newer)
    const rows = await hub.database.db.selectFrom('audit').select('entry').execute()
    expect(rows.map(({ entry }) => JSON.parse(entry))).toMatchObject([
      {
        actor: { kind: 'system', system: 'aac-numbers' },
        action: 'aac-numbers-import',
        details: { Belfast: '788266999' },
      },
    ])
    const verdict = await hub.database.db.transaction().execute(tx => verifyAudit(tx, []))
    expect(verdict).toMatchObject({ kind: 'whole' })
  })

  it.each([
    '',
    '[]',
    '{}',
    '{"Belfast": 788266004}',
    '{"Belfast": "ring me"}',
    '{"": "788266004"}',
    '{"Belfast": "1   1"}',
  ])('a file that is none of them is refused: %s', text =>
    expect(() => readAacNumbers(text)).toThrow(/othing was changed/),
  )

  it.each([
    ['the same but for case', { Belfast: '788266004', belfast: '788266005' }, /has belfast twice/],
    ['the same but for spaces', { Belfast: '788266004', ' Belfast': '788266005' }, /has Belfast twice/],
    ['with a control character', { 'Bel\u0007fast': '788266004' }, /name of site 1/],
    ['that turns the line around', { Hastings: '788508008', 'Bel\u202efast': '788266004' }, /name of site 2/],
  ])('sites %s are refused', (_, sites, words) =>
    expect(() => readAacNumbers(JSON.stringify(sites))).toThrow(words),
  )

  it('the refusal shows nothing of the file that would disturb a terminal', () => {
    const text = JSON.stringify({ ['\u001b[2J\u202e'.repeat(100)]: 'ring me' })
    const read = () => readAacNumbers(text)
    expect(read).toThrow(/must be a telephone number/)
    expect(read).not.toThrow(/[\p{Cc}\u202e]|.{400}/u)
  })
})
