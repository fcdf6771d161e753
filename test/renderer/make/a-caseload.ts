import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aLock, aPerson, aRequest, number } from '../../make/a-case-group.ts'

const lastNames = ['Smith', 'McLaughlin', 'O’Hara', 'Begum', 'Fitzgerald-Hughes', 'Kaur', 'Nowak', 'Taylor']
const firstNames = ['Siân', 'Aoife', 'Mohammed', 'Priya', 'Zoë', 'Harry', 'Fatima', 'Oliver', 'Grace']

const nth = <Value>(values: readonly Value[], at: number): Value => {
  const value = values[at % values.length]
  if (value === undefined) throw new Error('Nothing to choose from.')
  return value
}

/** As many case groups of team N1 as asked for: every third with work, every twentieth locked. */
export function aCaseload(size: number): readonly CaseGroup[] {
  return Array.from({ length: size }, (_, at) => {
    const lastName = nth(lastNames, at)
    const firstName = nth(firstNames, Math.floor(at / lastNames.length))
    const day = String((at % 28) + 1).padStart(2, '0')
    const holder = (at % 2 === 0 ? 'N1-1' : 'N1-2') as StaffNumber
    return aCaseGroup({
      id: number(String(10_000_000 + at)),
      title: `${lastName}, ${firstName}`,
      people: [
        aPerson('pp', { firstName, lastName, postcode: `M${(at % 40) + 1} ${at % 9}AA` }),
        aPerson('rp'),
      ],
      holder,
      serviceRequests:
        at % 3 === 0 ? [aRequest(`1-${at}`, { holder, dueOn: `2026-${at % 2 ? '11' : '12'}-${day}` })] : [],
      lock: at % 20 === 0 ? aLock() : null,
    })
  })
}
