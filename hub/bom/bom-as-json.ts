import type { BomSummary } from '../../shared/queries/bom-summary.ts'
import { sharesOf } from '../../shared/queries/segment-shares.ts'
import { faultWords } from '../import/refusal.ts'
import type { BomCheck } from './check-bom.ts'

/** The whole check, one object a line: faults, exceptions, what it comes to, and last the verdict. */
export function checkAsJson(check: BomCheck): string {
  const { manifest, fileFaults, bomFaults, exceptions, summary } = check
  const objects = [
    ...fileFaults.map(fault => ({ kind: 'fault', ...placeOf(fault), reason: `${faultWords(fault)}.` })),
    ...bomFaults.map(({ sentence, ...place }) => ({ kind: 'fault', ...place, reason: sentence })),
    ...exceptions.map(({ file, line, fault }) => ({ kind: 'exception', file, line, reason: `${fault}.` })),
    ...(summary ? summaryObjects(summary) : []),
    {
      kind: 'bom',
      usable: summary !== null,
      source: manifest.source,
      effectiveFrom: manifest.bomEffectiveFrom,
      faults: fileFaults.length + bomFaults.length,
    },
  ]
  return objects.map(object => `${JSON.stringify(object)}\n`).join('')
}

const placeOf = ({ file, line }: BomCheck['fileFaults'][number]) => ({ file, line })

function summaryObjects({ index, countries, outsideUk, ...rest }: BomSummary): readonly object[] {
  return [
    ...countries.flatMap(({ country, regions, ranks, specialists }) => [
      { kind: 'country', country, regions: regions.map(({ name }) => name) },
      ...ranks.map(({ rank, title, segments }) => ({
        kind: 'rank',
        country,
        rank,
        title,
        lacking: segments.length === 0,
        segments: segments.map(segment => ({
          name: segment.name,
          description: segment.description,
          takes: sharesOf(segment, index).map(({ regions, sources }) => ({ regions, sources })),
        })),
      })),
      ...specialists.map(({ name, description, srTypes }) => ({
        kind: 'specialists',
        country,
        name,
        description,
        srTypes,
      })),
    ]),
    ...outsideUk.map(({ segment, ...of }) => ({
      kind: 'outside-uk',
      ...of,
      segment: segment?.name ?? null,
    })),
    ...rest.segmentsWithoutTeam.map(({ name }) => ({ kind: 'segment-without-team', name })),
    ...rest.teamsWithoutLeader.map(({ id, name, segment }) => ({
      kind: 'team-without-leader',
      id,
      name,
      segment,
    })),
  ]
}
