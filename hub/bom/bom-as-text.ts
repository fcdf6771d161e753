import { countryNames } from '../../shared/domain/country-name.ts'
import { listWords } from '../../shared/domain/list-words.ts'
import type { Segment } from '../../shared/domain/organisation.ts'
import type { BomSummary, CountrySummary, OutsideUk, RankSummary } from '../../shared/queries/bom-summary.ts'
import { counted, longDate } from '../../shared/queries/date-words.ts'
import { sharesOf, shareWords } from '../../shared/queries/segment-shares.ts'
import { type ExtractFault, faultWords } from '../import/refusal.ts'
import type { BomCheck } from './check-bom.ts'

/** What is wrong, a line each; without the verdict. */
export function faultsAsText({ fileFaults, bomFaults }: BomCheck): string {
  const caution =
    fileFaults.length > 0 && bomFaults.length > 0
      ? ['What follows is judged without the rows above, so that a gap may be theirs.']
      : []
  return lines([
    ...fileFaults.map(fault => `${faultWords(fault)}.`),
    ...caution,
    ...bomFaults.map(({ file, line, sentence }) =>
      file === null || line === null ? sentence : `${file}, line ${line}: ${sentence}`,
    ),
  ])
}

/** What a BOM that can be used comes to. */
export function summaryAsText({ manifest, exceptions }: BomCheck, summary: BomSummary): string {
  const { bom } = summary.index
  const teamless = summary.segmentsWithoutTeam
  return lines([
    `The BOM of ${manifest.source} can be used from ${longDate(manifest.bomEffectiveFrom)}: ` +
      `${counted(bom.regions.length, 'region')} and ${counted(bom.segments.length, 'segment')}.`,
    ...summary.countries.flatMap(country => countryLines(country, summary)),
    '',
    'Paying parents outside the United Kingdom',
    ...summary.outsideUk.map(outsideLine),
    '',
    teamless.length === 0
      ? 'Every segment has a team.'
      : `${counted(teamless.length, 'segment')} without a team; what lands there waits in the segment’s queue:`,
    ...teamless.map(segment => `  ${segmentWords(segment)}`),
    ...leaderLines(summary),
    ...exceptionLines(exceptions),
  ])
}

const lines = (texts: readonly string[]) => texts.map(text => `${text}\n`).join('')

function countryLines({ country, regions, ranks, specialists }: CountrySummary, { index }: BomSummary) {
  const name = countryNames[country]
  const rankLines = ({ rank, title, segments }: RankSummary) =>
    segments.length === 0
      ? [`  ${rank}. ${name} has no ${title} segment: ${lackWords(rank)}.`]
      : [
          `  ${rank}. ${title}`,
          ...segments.flatMap(segment => [
            `     ${segmentWords(segment)}: ${shareWords(segment, sharesOf(segment, index)).join('; ') || 'nothing'}`,
          ]),
        ]
  return [
    '',
    `${name}: ${regions.length === 0 ? 'no region, so no postcode leads there' : listWords(regions.map(region => region.name))}`,
    ...ranks.flatMap(rankLines),
    ...(specialists.length === 0 ? [`  ${name} has no functionally unique segment.`] : ['  Specialists']),
    ...specialists.map(
      segment =>
        `     ${segmentWords(segment)}: ${segment.srTypes.length === 0 ? 'no type of service request' : listWords(segment.srTypes)}`,
    ),
  ]
}

// A BOM without one of the others is refused.
const lackWords = (rank: number) =>
  `those case groups go to the next rank that holds${rank === 10 ? ', Maintenance or Application Service' : ''}`

function outsideLine({ rank, title, segment }: OutsideUk): string {
  return segment === null
    ? `  ${rank}. ${title}: no segment takes them, so they stay where they are, flagged`
    : `  ${rank}. ${title}: ${segmentWords(segment)}`
}

const segmentWords = ({ name, description }: Segment) => `${description} (${name})`

function leaderLines({ teamsWithoutLeader }: BomSummary): readonly string[] {
  if (teamsWithoutLeader.length === 0) return ['Every team has an active team leader.']
  return [
    `${counted(teamsWithoutLeader.length, 'team')} without an active team leader; the segment manager does the work of one:`,
    ...teamsWithoutLeader.map(({ id, name, segment }) => `  ${name} (${id}) of ${segment}`),
  ]
}

function exceptionLines(exceptions: readonly ExtractFault[]): readonly string[] {
  if (exceptions.length === 0) return []
  return [
    '',
    `${counted(exceptions.length, 'data exception')} in teams and users; the import goes on without these rows or values:`,
    ...exceptions.map(fault => `  ${faultWords(fault)}`),
  ]
}
