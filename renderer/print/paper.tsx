import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { longDate } from '../../shared/queries/date-words.ts'
import { fileNameOf } from '../export/file-name.ts'
import { AdviceDetail } from '../views/advice/advice-detail.tsx'
import { CaseGroupDetail } from '../views/case-group/case-group-detail.tsx'
import { useReadingOf } from '../views/case-group/use-reading-of.ts'
import { ExceptionPane } from '../views/data-exceptions/exception-pane.tsx'
import { useDesk, useReadings } from '../views/desk-context.ts'
import { ReceiptPanel } from '../views/doing/receipt-panel.tsx'
import { IncidentRecord } from '../views/incidents/incident-record.tsx'
import { factsAsOf } from '../views/list/facts-as-of.ts'
import { RecoveryDetail } from '../views/recovery/recovery-detail.tsx'
import { RequestDetail } from '../views/requests/request-detail.tsx'
import { useListedGroup } from '../views/use-listed-group.ts'
import { PaperList } from './paper-list.tsx'
import type { PrintSubject } from './use-printing.ts'

interface PaperProps {
  readonly subject: PrintSubject
  /** What the list is called. */
  readonly view: string
}

/** What is printed instead of the desk: no panes, no buttons, a heading, where it comes from and of what day. */
export function Paper({ subject, view }: PaperProps) {
  const readings = useReadings()
  useTitle(fileNameOf(titles[subject.kind] ?? view, readings.today))
  return createPortal(
    <main className={`paper paper-${subject.kind}`}>
      <Printed subject={subject} view={view} />
      <p className="paper-source">
        Team Leader Desk, printed on {longDate(readings.today)} by {readings.view.staff.name}.{' '}
        {factsAsOf(readings)}
      </p>
    </main>,
    document.body,
  )
}

// Chromium keeps titles, and names the file after them: nobody is in them.
const titles: Readonly<Record<PrintSubject['kind'], string | null>> = {
  list: null,
  nothing: null,
  'case-group': 'Case group',
  receipt: 'Receipt',
  incident: 'Incident record',
  recovery: 'Recovery request',
  advice: 'Request for advice',
  'data-exception': 'Data exception',
}

function useTitle(title: string): void {
  useLayoutEffect(() => {
    const usual = document.title
    document.title = title
    return () => {
      document.title = usual
    }
  }, [title])
}

function Printed({ subject, view }: PaperProps) {
  switch (subject.kind) {
    case 'list':
      return <PaperList list={subject.list} />
    case 'case-group':
      return <PaperGroup {...subject} />
    case 'recovery':
      return <PaperRecovery id={subject.id} />
    case 'advice':
      return (
        <>
          <h1>Request for advice</h1>
          <AdviceDetail id={subject.id} />
        </>
      )
    case 'data-exception':
      return <PaperException id={subject.id} />
    case 'nothing':
      return (
        <>
          <h1>{view}</h1>
          <p>Nothing is listed here.</p>
        </>
      )
    case 'receipt':
      return (
        <>
          <h1>Receipt</h1>
          <ReceiptPanel receipt={subject.receipt} />
        </>
      )
    case 'incident':
      return <PaperIncident {...subject} />
    default:
      return assertNever(subject)
  }
}

type SubjectOf<Kind extends PrintSubject['kind']> = Extract<PrintSubject, { readonly kind: Kind }>

function PaperGroup({ id, request }: SubjectOf<'case-group'>) {
  const { group, pending } = useListedGroup(id)
  if (!group) return <h1>The case group is no longer with you</h1>
  if (request === null)
    return (
      <OnPaper group={group}>
        <CaseGroupDetail group={group} pending={pending} wide />
      </OnPaper>
    )
  return (
    <OnPaper group={group}>
      <h1>A service request and its case group</h1>
      <RequestDetail id={id} number={request} />
      <CaseGroupDetail group={group} pending={pending} wide={false} />
    </OnPaper>
  )
}

/** Numbers only, as local IT has it (ORPH-4). */
function PaperRecovery({ id }: Pick<SubjectOf<'recovery'>, 'id'>) {
  const { recoveries } = useReadings()
  const row = recoveries.find(({ recovery }) => recovery.id === id)
  return (
    <>
      <h1>Recovery request</h1>
      {row ? <RecoveryDetail row={row} /> : <p>It is no longer with you.</p>}
    </>
  )
}

function PaperException({ id }: Pick<SubjectOf<'data-exception'>, 'id'>) {
  const { replica } = useDesk()
  const exception = replica.aggregates('data-exception').get(id)
  return (
    <>
      <h1>Data exception</h1>
      {exception ? <ExceptionPane exception={exception} /> : <p>It is no longer with you.</p>}
    </>
  )
}

function PaperIncident(subject: SubjectOf<'incident'>) {
  const { group } = useListedGroup(subject.group)
  const record = <IncidentRecord id={subject.id} group={subject.group} />
  return group ? <OnPaper group={group}>{record}</OnPaper> : record
}

/** Paper is read as a screen is: recorded, and not before it was said what for (ACC-3, ACC-5). */
function OnPaper({ group, children }: { readonly group: CaseGroup; readonly children: ReactNode }) {
  const { readTrail } = useDesk()
  const { recorded, closed } = useReadingOf(group)
  useEffect(() => {
    if (recorded === 'out-of-team') readTrail.note(group.id)
  }, [readTrail, recorded, group.id])
  if (closed) return <h1>Say in the desk what you open case group {group.id} for, then print it</h1>
  return children
}
