import { describe, expect, it } from 'vitest'
import { faultsOf } from './support/faults-of.ts'
import { add, change, person, request, small } from './support/small-extract.ts'

describe('IMP-3 a fault in an optional column', () => {
  it('imports the row without that value', async () => {
    const faulty = change(small, 'case_groups', 'G1', {
      p2p_issued_on: '2026-02-30',
      income_source: 'lottery',
      team_id: 'E1',
      assigned_to: 'nobody',
      lock_since: '2026-01-01',
      appeal: 'lost',
    })
    const { hub, files, exceptions } = await faultsOf(faulty)
    expect(exceptions.sort()).toEqual([
      'case_groups.csv G1 appeal: value',
      'case_groups.csv G1 assigned_to: reference',
      'case_groups.csv G1 income_source: value',
      'case_groups.csv G1 lock_since: value',
      'case_groups.csv G1 p2p_issued_on: value',
      'case_groups.csv G1 team_id: reference',
    ])
    expect(await hub.group('G1')).toMatchObject({
      p2pIssuedOn: null,
      incomeSource: null,
      team: null,
      holder: null,
      appeal: 'none',
    })
    expect(files.find(({ file }) => file === 'case_groups.csv')).toMatchObject({
      imported: 3,
      exceptions: 0,
      withoutValue: 1,
    })
  })

  it('tells a missing row from a rejected one, and wants an SR’s case to belong to its group', async () => {
    const requests = add(
      change(small, 'cases', 'C2', { opened_on: '2025-13-01' }),
      'service_requests',
      request('Q3', 'G1', 'P1', { case_number: 'C9' }),
      request('Q4', 'G1', 'P1', { case_number: 'C3' }),
      request('Q5', 'G2', 'P2', { case_number: 'C2' }),
    )
    const { hub, exceptions } = await faultsOf(requests)
    expect(exceptions.sort()).toEqual([
      'cases.csv C2 opened_on: value',
      'service_requests.csv Q3 case_number: reference',
      'service_requests.csv Q4 case_number: reference',
      'service_requests.csv Q5 case_number: parent',
    ])
    expect((await hub.group('G1')).serviceRequests.map(({ number }) => number)).toEqual([
      'Q1',
      'Q2',
      'Q3',
      'Q4',
    ])
  })

  it('holds a postcode to the UK’s shapes where the country has them', async () => {
    const people = [
      ['GB', 'SW1A1AA'],
      ['', 'gir0aa'],
      ['FR', '75001'],
      ['IM', '75001'],
      ['NI', 'BT1'],
      ['Narnia', '75001'],
      ['GB', 'QQ99 9ZZ'],
    ].map(([country, postcode], n) => person(`X${n}`, { country: country ?? '', postcode: postcode ?? '' }))
    const { hub, exceptions } = await faultsOf(add(small, 'people', ...people))
    expect(exceptions.sort()).toEqual([
      'people.csv X3 postcode: value',
      'people.csv X4 postcode: value',
      'people.csv X5 country: value',
      'people.csv X5 postcode: value',
    ])
    const { rows } = await hub.client.query(
      `SELECT postcode FROM source_people WHERE scin LIKE 'X%' ORDER BY scin`,
    )
    expect(rows.map(row => row.postcode)).toEqual([
      'SW1A 1AA',
      'GIR 0AA',
      '75001',
      null,
      null,
      null,
      'QQ99 9ZZ',
    ])
  })
})

describe('IMP-4 tidying that loses nothing', () => {
  it('takes off spaces, and sets case and spacing of postcodes and NINOs', async () => {
    const untidy = change(small, 'people', 'P1', {
      scin: ' P1 ',
      first_name: '  Siân ',
      nino: ' ab 12 34 56 c ',
      postcode: ' m1  1aa ',
    })
    const { hub, exceptions } = await faultsOf(untidy)
    expect(exceptions).toEqual([])
    expect((await hub.group('G1')).people[0]).toMatchObject({
      scin: 'P1',
      firstName: 'Siân',
      nino: 'AB123456C',
      postcode: 'M1 1AA',
    })
  })

  it('keeps names and formulas as the text they are', async () => {
    const names = [
      `O'Hara`,
      'Siân',
      '\u202eLee',
      '=cmd()',
      '+44',
      '@SUM(A1)',
      '-1',
      'a\tb\\c\nd',
      '\\.',
      '\\N',
      '李',
      '👩‍👧',
      '__proto__',
    ]
    const people = names.map((last_name, n) => person(`N${n + 10}`, { last_name }))
    const { hub, exceptions } = await faultsOf(add(small, 'people', ...people))
    expect(exceptions).toEqual([])
    const { rows } = await hub.client.query(
      `SELECT last_name FROM source_people WHERE scin LIKE 'N%' ORDER BY scin`,
    )
    expect(rows.map(row => row.last_name)).toEqual(names)
  })
})
