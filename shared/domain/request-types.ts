import type { BomIndex } from './bom-index.ts'
import type { SrKind } from './case-group.ts'

export interface RequestType {
  readonly kind: SrKind
  /** What starting one generates, in this order (SR-2). */
  readonly activities: readonly string[]
  /** Calendar days in which it is usually due. */
  readonly days: number
  /** What its completion may change, one of them chosen when it is raised (ALLOC-6). */
  readonly mayChange: readonly string[]
}

const owning = (
  days: number,
  activities: readonly string[],
  mayChange: readonly string[] = [],
): RequestType => ({
  kind: 'case-owning',
  activities,
  days,
  mayChange,
})

const specialist = (days: number, activities: readonly string[]): RequestType => ({
  kind: 'functionally-unique',
  activities,
  days,
  mayChange: [],
})

/** Types as the source has them. Which segment does a specialist's, and that it is one, the BOM says (ALLOC-9). */
const types: ReadonlyMap<string, RequestType> = new Map([
  [
    'Annual review',
    owning(42, [
      'Request income data',
      'Check income against tolerance',
      'Recalculate liability',
      'Issue schedule',
    ]),
  ],
  ['Change of address', owning(14, ['Confirm new address', 'Update client record', 'Issue confirmation'])],
  [
    'Change of circumstances',
    owning(
      28,
      [
        'Call client',
        'Ask for evidence',
        'Check evidence',
        'Recalculate liability',
        'Record decision',
        'Issue schedule',
      ],
      [
        'income_source=employed',
        'income_source=self-employed',
        'income_source=benefits',
        'income_source=unearned',
        'income_source=none',
      ],
    ),
  ],
  ['Payment schedule query', owning(14, ['Call client', 'Check account', 'Answer query'])],
  [
    'Compliance check',
    owning(
      21,
      ['Check payments received', 'Call paying parent', 'Contact employer', 'Record outcome', 'Follow up'],
      ['compliant=N', 'compliant=Y'],
    ),
  ],
  [
    'Deduction from earnings',
    owning(56, ['Confirm employer', 'Issue order', 'Check first deduction', 'Update schedule']),
  ],
  [
    'Complaint acknowledgement',
    owning(10, ['Acknowledge complaint', 'Call complainant', 'Record outcome'], ['complaint=unresolved']),
  ],
  [
    'Complaint reply',
    owning(
      15,
      ['Acknowledge complaint', 'Gather facts', 'Call complainant', 'Write reply', 'Record outcome'],
      ['complaint=none', 'complaint=unresolved'],
    ),
  ],
  [
    'Dispute of decision',
    owning(
      42,
      [
        'Acknowledge dispute',
        'Collect evidence',
        'Ask other parent',
        'Look at decision again',
        'Issue decision notice',
      ],
      ['appeal=lodged', 'appeal=none'],
    ),
  ],
  ['Shared care query', owning(28, ['Call both parents', 'Check evidence', 'Record decision'])],
  ['Trace paying parent', owning(28, ['Search records', 'Write to last address', 'Confirm identity'])],
  [
    'Initial calculation',
    owning(
      28,
      [
        'Request income data',
        'Call paying parent',
        'Call receiving parent',
        'Calculate liability',
        'Issue schedule',
      ],
      ['stage=maintenance'],
    ),
  ],
  ['Application check', owning(14, ['Check application', 'Verify children', 'Verify bank details'])],
  ['Missed payment', specialist(14, ['Check account', 'Call paying parent', 'Agree payment', 'Write note'])],
  ['Payment trace', specialist(21, ['Find payment', 'Ask bank', 'Allocate payment', 'Write note'])],
  ['Refund', specialist(21, ['Check overpayment', 'Authorise refund', 'Write note'])],
  [
    'Parentage dispute',
    specialist(70, ['Record denial', 'Arrange tests', 'Receive samples', 'Receive results', 'Write note']),
  ],
  ['Asset trace', specialist(56, ['Search registers', 'Ask institutions', 'Assess assets', 'Write note'])],
  [
    'Lifestyle inconsistency',
    specialist(84, ['Gather evidence', 'Interview', 'Assess income', 'Write note']),
  ],
  ['Advice request', specialist(7, ['Read question', 'Find policy', 'Write advice'])],
  [
    'Liability order',
    specialist(90, ['Prepare bundle', 'Lodge application', 'Attend hearing', 'Register order']),
  ],
  [
    'Order for sale',
    specialist(180, ['Check charging order', 'Lodge application', 'Attend hearing', 'Write note']),
  ],
])

// A type that service management added to the BOM is there at once (BOM-5); its plan is the least there can be.
const unplanned = specialist(28, ['Read the background', 'Write note'])

/** What is known of a type; undefined: neither the BOM nor this table has it. */
export function requestType(type: string, { functionallyUnique }: BomIndex): RequestType | undefined {
  const known = types.get(type)
  const isSpecialist = functionallyUnique.some(({ srTypes }) => srTypes.includes(type))
  if (isSpecialist) return { ...(known ?? unplanned), kind: 'functionally-unique' }
  return known?.kind === 'case-owning' ? known : undefined
}

/** The activities of a type, for one that is started whatever the BOM says by now (SR-2). */
export function planOf(type: string): readonly string[] {
  return (types.get(type) ?? unplanned).activities
}

/** Every type that can be raised, by name. */
export function requestTypes({ functionallyUnique }: BomIndex): readonly string[] {
  const owned = [...types].filter(([, { kind }]) => kind === 'case-owning').map(([type]) => type)
  return [...new Set([...owned, ...functionallyUnique.flatMap(({ srTypes }) => srTypes)])].sort()
}
