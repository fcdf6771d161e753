import { assertNever } from '../domain/assert-never.ts'
import type { Actor, HistoryEntry, WorkDone } from '../domain/history.ts'
import { listWords } from '../domain/list-words.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate } from '../domain/time.ts'
import { changeWords } from './change-words.ts'
import { longDate } from './date-words.ts'
import { fieldWords } from './difference-words.ts'
import { stateWords, stepTitles } from './incident-words.ts'
import { lockCategoryWords } from './lock-words.ts'
import { segmentTitle, staffName, teamName } from './names.ts'

/** An entry of the history as a sentence. */
export function historyWords({ event }: HistoryEntry, index: OrganisationIndex): string {
  const segment = (name: Parameters<typeof segmentTitle>[0]) => segmentTitle(name, index)
  switch (event.kind) {
    case 'returned': {
      const from = event.from === null ? '' : ` from ${staffName(event.from, index)}`
      return `Returned${from} to ${segment(event.segment)}${event.lockCleared ? ', its lock cleared' : ''}`
    }
    case 'allocated': {
      const to = event.to === null ? teamName(event.team, index) : staffName(event.to, index)
      return event.from === null
        ? `Allocated to ${to}`
        : `Reassigned from ${staffName(event.from, index)} to ${to}`
    }
    case 'lock-set':
      return `Locked: ${lockCategoryWords[event.category]}. To be reviewed on ${longDate(event.reviewOn)}`
    case 'lock-kept':
      return `Lock of ${longDate(londonDate(event.since))} kept until ${longDate(event.until)}${setBy(event.setBy, index)}`
    case 'lock-cleared':
      return `Lock of ${longDate(londonDate(event.since))} cleared${setBy(event.setBy, index)}`
    case 'lock-overruled':
      return `Lock of ${longDate(londonDate(event.since))} overruled${setBy(event.setBy, index)}`
    case 'moved':
      return `Moved from ${segment(event.from)} to ${segment(event.to)}`
    case 'moved-while-locked':
      return `Moved while locked, from ${segment(event.from)} to ${segment(event.to)}, by the source system`
    case 'drift-settled': {
      const what = listWords(event.fields.map(field => fieldWords[field]))
      return event.took === 'ours'
        ? `Difference in ${what} settled: ours stays, to be carried into CMS2012`
        : `Difference in ${what} settled: what CMS2012 has was taken`
    }
    case 'request-raised':
      return `${event.type} raised${event.work === 'functionally-unique' ? ' for a specialist' : ''}`
    case 'request-assigned': {
      const from = event.from === null ? '' : ` from ${staffName(event.from, index)}`
      return `${event.type} assigned${from} to ${staffName(event.to, index)}`
    }
    case 'worked':
      return workWords[event.work](event.on)
    case 'incident':
      return `Incident: ${stepTitles[event.step]}. Now: ${stateWords[event.to]}`
    case 'request-closed':
      return `${event.type} closed${event.changed ? `: ${changeWords(event.changed)}` : ''}`
    default:
      return assertNever(event)
  }
}

const workWords: Readonly<Record<WorkDone, (on: string) => string>> = {
  'request-started': type => `${type} started`,
  'activity-completed': activity => `Activity completed: ${activity}`,
  'activity-reopened': activity => `Activity reopened: ${activity}`,
  'carried-on': type => `Carried on from the answer to ${type}`,
  'post-done': subject => `Post done: ${subject}`,
}

const setBy = (staff: Parameters<typeof staffName>[0], index: OrganisationIndex) =>
  staff === null ? '' : `; ${staffName(staff, index)} had set it`

/** Who did it: a person, a rule or the system, never mixed (ACC-5). */
export function actorWords(actor: Actor, index: OrganisationIndex): string {
  switch (actor.kind) {
    case 'person':
      return actor.onBehalfOf
        ? `for ${staffName(actor.onBehalfOf, index)} by ${staffName(actor.staff, index)}`
        : staffName(actor.staff, index)
    case 'rule':
      return `by rule ${actor.rule}`
    case 'system':
      return actor.system
    default:
      return assertNever(actor)
  }
}
