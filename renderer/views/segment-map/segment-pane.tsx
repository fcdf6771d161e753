import { Fragment } from 'react'
import { countryNames } from '../../../shared/domain/country-name.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { parseSegmentName } from '../../../shared/domain/segment-name.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle, teamTitle } from '../../../shared/queries/names.ts'
import { rankName } from '../../../shared/queries/rank-name.ts'
import type { Flow, SegmentMap, SegmentStanding } from '../../../shared/queries/segment-map.ts'
import { sharesOf, shareWords } from '../../../shared/queries/segment-shares.ts'
import { Callout } from '../../components/callout.tsx'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

interface SegmentPaneProps {
  readonly standing: SegmentStanding
  readonly map: SegmentMap
  readonly own: string | null
}

/** One segment: what it takes, who works there, and what would go in and out. */
export function SegmentPane({ standing, map, own }: SegmentPaneProps) {
  const { index } = useReadings()
  const { name, segment } = standing
  return (
    <article className="detail">
      <h2>{segmentTitle(name, index)}</h2>
      <p className="note pane-note">{whoseWords(name, own)}</p>
      {segment === null && (
        <Callout tone="alarm">
          The operating model has no such segment any more, and case groups still sit in it.
        </Callout>
      )}
      <FactList facts={factsOf(standing, index)} />
      {own !== null && <Counts standing={standing} map={map} />}
    </article>
  )
}

function whoseWords(name: string, own: string | null): string {
  if (own === null) return 'Owns case groups.'
  return name === own ? 'Your segment.' : 'Another segment.'
}

function Counts({ standing, map }: Pick<SegmentPaneProps, 'standing' | 'map'>) {
  const { index } = useReadings()
  const { name } = standing
  return (
    <>
      <Section title="What you can see in it">
        <p>{hereWords(standing)}</p>
      </Section>
      <Flows
        title="Would go out"
        none="Nothing that you can see here belongs elsewhere."
        flows={map.flows.filter(({ from }) => from === name)}
        words={({ to }) => `to ${segmentTitle(to, index)}`}
      />
      <Flows
        title="Would come in"
        none="Nothing that you can see elsewhere belongs here."
        flows={map.flows.filter(({ to }) => to === name)}
        words={({ from }) => `from ${segmentTitle(from, index)}`}
      />
    </>
  )
}

function factsOf({ name, segment }: SegmentStanding, index: OrganisationIndex): readonly Fact[] {
  const parsed = parseSegmentName(name)
  const teams = index.teamsOfSegment.get(name) ?? []
  const takes = segment ? shareWords(segment, sharesOf(segment, index.bom)) : []
  return [
    ['System name', <SystemName key="name" name={name} />],
    ...(parsed.ok ? [['In words', parsed.parts.plain] as const] : []),
    ...(segment
      ? [
          ['Rank', `${segment.rank}, ${rankName(segment.rank, index.bom)}`] as const,
          ['Country', countryNames[segment.country]] as const,
          ['Takes', <Lines key="takes" of={takes} />] as const,
        ]
      : []),
    [
      'Teams',
      teams.length === 0 ? 'none' : <Lines key="teams" of={teams.map(({ id }) => teamTitle(id, index))} />,
    ],
  ]
}

// Breaks between its parts, where it must.
const SystemName = ({ name }: { readonly name: string }) =>
  name.split('_').map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never change places.
    <Fragment key={at}>
      {at > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))

function Lines({ of }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {of.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function hereWords({ groups, out, heldOut, unplaced }: SegmentStanding): string {
  if (groups === 0) return 'No case group. That others hold some here is likely, and not shown to you.'
  const parts = [
    out > 0 && `${numberWords(out)} would move now`,
    heldOut > 0 && `${numberWords(heldOut)} would, but for a lock`,
    unplaced > 0 && `${numberWords(unplaced)} cannot be allocated and stay`,
  ].filter(Boolean)
  return `${counted(groups, 'case group')}${parts.length > 0 ? `: ${parts.join('; ')}` : ', and all belong here'}.`
}

interface FlowsProps {
  readonly title: string
  readonly none: string
  readonly flows: readonly Flow[]
  readonly words: (flow: Flow) => string
}

function Flows({ title, none, flows, words }: FlowsProps) {
  return (
    <Section title={title}>
      {flows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="work">
          {flows.map(flow => (
            <li key={`${flow.from} ${flow.to}`}>
              <span>
                {counted(flow.groups > 0 ? flow.groups : flow.held, 'case group')} {words(flow)}
              </span>
              {flow.held > 0 && <span className="quiet">{heldWords(flow)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const heldWords = ({ groups, held }: Flow) =>
  groups > 0 ? `${numberWords(held)} more held by a lock` : 'held by a lock'
