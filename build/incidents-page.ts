import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  endStates,
  type IncidentState,
  incidentStates,
  incidentSteps,
  isOpenIncident,
  isWithAac,
  type StepBy,
  statesWithAac,
  stepOf,
} from '../shared/domain/incident-steps.ts'
import { guardWords, stateWords, stepTitles } from '../shared/queries/incident-words.ts'
import { project } from './project.ts'

const path = join(project, 'docs', 'incidents.md')
const [BEGIN, END] = ['<!-- from the table -->', '<!-- until here -->']
const names = Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]

const whose: Readonly<Record<StepBy, string>> = {
  raiser: 'whoever raised it or has its retries',
  leader: 'the team leader',
  approver: 'a team leader who did not raise it',
  either: 'either of them',
  anyone: 'whoever sees it',
}

/** The page as it is, with its drawing and its list of steps as the table has them. */
export function incidentsPage(page: string = readFileSync(path, 'utf8')): string {
  const [before, rest = ''] = page.split(BEGIN)
  const [, after = ''] = rest.split(END)
  return `${before}${BEGIN}\n\n${drawing()}\n\n${steps()}\n\n${END}${after}`
}

// A hyphen is an arrow's in that language.
const idOf = (state: IncidentState) => state.replaceAll('-', '_')

/** What leads on; a withdrawal, open from everywhere, would only cross it all out. */
function drawing(): string {
  const isDrawn = (name: (typeof names)[number]) => name !== 'withdraw-incident'
  const arrows = names.filter(isDrawn).flatMap(name => {
    const { from, to } = stepOf(name)
    return from.flatMap(one => to.map(other => `  ${idOf(one)} --> ${idOf(other)}: ${stepTitles[name]}`))
  })
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...incidentStates.map(
      state => `  state "${stateWords[state]}${isWithAac({ state }) ? ' 🔒' : ''}" as ${idOf(state)}`,
    ),
    `  [*] --> ${idOf('consulting')}: ${stepTitles['raise-incident']}`,
    ...arrows,
    `  note right of ${idOf('withdrawn')}: ${stepTitles['withdraw-incident']}, from every open state`,
    ...endStates.map(state => `  ${idOf(state)} --> [*]`),
    '  classDef locked stroke-width:3px',
    `  class ${statesWithAac.map(idOf).join(',')} locked`,
    '```',
  ].join('\n')
}

function steps(): string {
  const open = incidentStates.filter(state => isOpenIncident({ state }))
  const fromWords = (from: readonly IncidentState[]) =>
    from.length === open.length ? 'every open state' : from.map(state => stateWords[state]).join('; ')
  const rows = names.map(name => {
    const { from, to, by, guards, asks } = stepOf(name)
    const toWords = to.length === 0 ? 'stays there' : to.map(state => stateWords[state]).join('; or ')
    const guarded = guards.map(guard => guardWords[guard]).join('; ')
    const asked = asks.map(each => `\`${each}\``).join(', ')
    return `| ${stepTitles[name]} | \`${name}\` | ${fromWords(from)} | ${toWords} | ${whose[by]} | ${guarded} | ${asked} |`
  })
  return [
    '| step | command | from | to | whose | where | asks |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

if (import.meta.main) writeFileSync(path, incidentsPage())
