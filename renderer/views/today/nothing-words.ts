import type { Readings } from '../../../shared/queries/readings.ts'
import type { TodaySection } from '../../../shared/queries/today-line.ts'

type Nothing = Readonly<Partial<Record<TodaySection, string>>>

/** Said once where a section has nothing; that nothing needs one, the strip says all day. */
const nothing: Nothing = {
  due: 'Nothing is overdue, due today or waiting for you',
  bounced: 'In the last 28 days no case group came back within 28 days of its return',
  changed: 'Nobody else changed anything here',
}
const nothingOwn: Nothing = {
  due: 'Nothing of yours is overdue, due within seven days or waiting for you',
  bounced: 'None of your case groups came back within 28 days of its return',
  changed: 'Nobody gave you anything or changed what is yours',
}
const nothingForIt: Nothing = {
  due: 'No recovery request and no incident waits for you',
  changed: 'Nobody asked for a recovery or took a request back',
}

const nothingForServices: Nothing = {
  due: 'No incident and no data exception waits for you',
  changed: 'Nobody took a step in an incident of yours',
}
const nothingForClosure: Nothing = { ...nothingForServices, due: 'No incident waits for you' }

/** What is said of each section that has nothing. */
export function nothingFor({ view }: Readings): Nothing {
  if (view.kind !== 'person') return nothing
  // With another role he has other work beside (ACC-1).
  const [only, another] = view.staff.roles
  if (another !== undefined) return nothingOwn
  if (only === 'local-it') return nothingForIt
  if (only === 'service-management') return nothingForServices
  return only === 'closure-manager' ? nothingForClosure : nothingOwn
}
