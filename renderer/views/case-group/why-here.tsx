import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Orphaning } from '../../../shared/domain/orphan.ts'
import { orphaningOf, requestOrphaningOf } from '../../../shared/domain/orphan.ts'
import { daysWords, longDate } from '../../../shared/queries/date-words.ts'
import { explainAllocation } from '../../../shared/queries/explanation.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import { invisibleDaysOf } from '../../../shared/queries/orphans.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { movesOnCompletion } from '../../../shared/queries/request-explanation.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { Callout } from '../../components/callout.tsx'
import { useReadings } from '../desk-context.ts'

/** The sentence that comes before everything else. */
export function WhyHere({ group }: { readonly group: CaseGroup }) {
  const readings = useReadings()
  const { index } = readings
  const { sentence, lockSentence } = explainAllocation(group, index)
  const orphaning = orphaningOf(group, index)
  const requests = orphaning ? [] : orphanedRequests(group, readings)
  return (
    <Callout tone={orphaning || requests.length > 0 ? 'alarm' : 'plain'}>
      {orphaning && <p>{orphanWords(orphaning, readings)}</p>}
      {requests.map(words => (
        <p key={words}>{words}</p>
      ))}
      <p>{sentence}</p>
      {lockSentence && <p>{lockSentence}</p>}
      {movesOnCompletion(group, index).map(words => (
        <p key={words}>{words}</p>
      ))}
      {group.missingFromExtract && <p>The newest extract no longer lists it.</p>}
    </Callout>
  )
}

function orphanWords(orphaning: Orphaning, { index, today }: Readings): string {
  const name = staffName(orphaning.holder, index)
  const days = invisibleDaysOf(orphaning, today)
  const since = days === null ? 'Orphaned, since when is not known.' : `Orphaned ${daysWords(days)} ago.`
  return `${since} ${leaving(orphaning, name, index)} while holding it, so nobody sees it in CMS2012.`
}

function leaving({ cause, leftOn, holder }: Orphaning, name: string, index: Readings['index']): string {
  const on = leftOn === null ? '' : ` on ${longDate(leftOn)}`
  if (cause === 'access-removed') return `${name}’s access was removed${on}`
  return `${name} moved to ${teamName(index.staff.get(holder)?.team ?? null, index)}${on}`
}

function orphanedRequests(group: CaseGroup, { index }: Readings): readonly string[] {
  return group.serviceRequests.flatMap(request => {
    const orphaning = requestOrphaningOf(request, group, index)
    if (!orphaning) return []
    const name = staffName(orphaning.holder, index)
    return [
      `Its ${request.type} ${requestNumber(request)} is orphaned: ${leaving(orphaning, name, index)} while holding it.`,
    ]
  })
}
