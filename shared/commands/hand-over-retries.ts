import { type StaffNumber, staffNumber } from '../domain/ids.ts'
import { answersAac } from '../domain/incident.ts'
import { absenceOf, activeWith } from '../domain/standing-in.ts'
import { maySee } from '../sync/buckets.ts'
import { defineIncidentStep, type Met } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** Another caseworker takes the case over meanwhile: retry requests go to him from now on (INC-11). */
export const handOverRetries = defineIncidentStep({
  name: 'hand-over-retries',
  args: incidentArgs.extend({ retriesBy: staffNumber }),

  guards: {
    'to-somebody-else': ({ retriesBy }, { incident }) =>
      answersAac(incident) === retriesBy ? 'That person has the retries already.' : undefined,
    'to-who-may-retry': ({ retriesBy }, met) =>
      mayRetry(retriesBy, met)
        ? undefined
        : 'Choose an active caseworker of the team, or one who works on the case group, who is not away; in Special Client Records a nominated one.',
  },

  take: ({ retriesBy }) => ({ changes: { retriesBy }, facts: { retriesBy } }),
})

// One of the team, too, who is given the case only after that.
function mayRetry(to: StaffNumber, { subject, index, context }: Met): boolean {
  const member = activeWith('caseworker', to, index)
  if (!member || absenceOf(to, index, context.today)) return false
  if (subject.kind === 'incident') return member.team === subject.team
  if (subject.sensitive && !member.scrNominated) return false
  return member.team === subject.team || maySee(to, subject, index, context.today)
}
