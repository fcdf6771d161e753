import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { type Instant, londonDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { differenceKindWords, fieldTitles, valueWords } from '../../../shared/queries/difference-words.ts'
import { comparedFields } from '../../../shared/queries/differences.ts'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** What CMS2012 has otherwise: both values, each with its time (IMP-6). */
export function DifferencesSection({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const compared = comparedFields(group)
  if (compared.length === 0) return null
  return (
    <Section title="Differences with CMS2012">
      {compared.map(({ field, kind, ours, source, oursSince, sourceSince }) => (
        <p key={field}>
          <strong>{fieldTitles[field]}. </strong>
          Here: {valueWords(field, ours, index)}
          {since(oursSince)}. In CMS2012: {valueWords(field, source, index)}
          {since(sourceSince)}. <span className="quiet">{differenceKindWords[kind]}.</span>
        </p>
      ))}
    </Section>
  )
}

const since = (at: Instant | null) => (at === null ? '' : `, since ${longDate(londonDate(at))}`)
