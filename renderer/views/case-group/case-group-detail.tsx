import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { openWorkCount } from '../../../shared/domain/open-work.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { whyReadOnly } from '../../../shared/queries/read-only.ts'
import { SubheadingContext } from '../../components/section.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { useReadings } from '../desk-context.ts'
import { Answered } from './answered.tsx'
import { DifferencesSection } from './differences-section.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { IfReturned } from './if-returned.tsx'
import { IncidentsSection } from './incidents-section.tsx'
import { Intended } from './intended.tsx'
import { LockSection } from './lock-section.tsx'
import { OpenWork } from './open-work.tsx'
import { People } from './people.tsx'
import { Ranks } from './ranks.tsx'
import { Readers } from './readers.tsx'
import { WhatIfs } from './what-ifs.tsx'
import { WhyHere } from './why-here.tsx'

interface CaseGroupDetailProps {
  readonly group: CaseGroup
  readonly pending: readonly OutboxEntry[]
  /** On a page of its own, in two columns. */
  readonly wide: boolean
}

/** One case group: the sentence first, then the ranks, then the raw facts. */
export function CaseGroupDetail({ group, pending, wide }: CaseGroupDetailProps) {
  const { index, view, today } = useReadings()
  const readOnly = whyReadOnly(view.staff.number, group, index, today)
  const holder = group.holder === null ? 'Held by nobody' : `Held by ${staffName(group.holder, index)}`
  const Heading = wide ? 'h1' : 'h2'
  return (
    <article className={wide ? 'detail detail-wide' : 'detail'}>
      <header>
        <Heading className="detail-title" id={wide ? 'title' : undefined}>
          {group.title} <span className="number">{group.id}</span>
        </Heading>
        <p className="note pane-note">
          {counted(group.cases.length, 'case')}, {counted(openWorkCount(group), 'open piece')} of work.{' '}
          {holder}.
        </p>
        {readOnly !== null && <p className="note pane-note">{readOnly}</p>}
        <Intended pending={pending} />
        <WhyHere group={group} />
      </header>
      <SubheadingContext value={wide ? 'h2' : 'h3'}>
        <div className="detail-column">
          <Answered group={group} />
          <LockSection group={group} />
          {readOnly === null && <IfReturned group={group} />}
          <DifferencesSection group={group} />
          <Ranks group={group} wide={wide} />
          <WhatIfs group={group} />
        </div>
        <div className="detail-column">
          <OpenWork group={group} />
          <IncidentsSection group={group} />
          <People key={group.id} group={group} />
          <Facts group={group} />
          <History group={group} />
          <Readers key={`readers ${group.id}`} group={group} />
        </div>
      </SubheadingContext>
    </article>
  )
}
