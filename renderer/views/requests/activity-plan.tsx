import type { Activity, CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { planOf } from '../../../shared/domain/request-types.ts'
import { shortDate } from '../../../shared/queries/date-words.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useDesk } from '../desk-context.ts'
import { useAsking } from '../use-asking.ts'
import { turnActivity, whyNot } from './request-doings.ts'

interface ActivityPlanProps {
  readonly group: CaseGroup
  readonly request: ServiceRequest
  /** As the hub has it; undefined: not there yet. */
  readonly confirmed: ServiceRequest | undefined
}

/** The activities, ticked off as they are done (SR-2). */
export function ActivityPlan({ group, request, confirmed }: ActivityPlanProps) {
  const { activities, status } = request
  if (activities.length === 0) {
    return (
      <Section title="Plan">
        <p>
          {status === 'Not Started'
            ? `Starting it makes the plan: ${planOf(request.type).join(', ')}.`
            : 'It has no activities.'}
        </p>
      </Section>
    )
  }
  return (
    <Section title={`Plan: ${activities.filter(isDone).length} of ${activities.length} done`}>
      <ul className="plan">
        {activities.map(activity => (
          <PlanItem
            key={activity.sequence}
            {...{ group, request, activity }}
            intended={confirmed?.activities.find(sameAs(activity))?.status !== activity.status}
          />
        ))}
      </ul>
    </Section>
  )
}

const isDone = ({ status }: Activity) => status === 'Done'
const sameAs = (one: Activity) => (other: Activity) => one.sequence === other.sequence

interface PlanItemProps extends Pick<ActivityPlanProps, 'group' | 'request'> {
  readonly activity: Activity
  readonly intended: boolean
}

function PlanItem({ group, request, activity, intended }: PlanItemProps) {
  const desk = useDesk()
  const ask = useAsking()
  const turn = turnActivity(group, request, activity.sequence, !isDone(activity))
  const objection = whyNot(desk, turn)
  const change = () => {
    if (objection === null) void ask(turn)
  }
  return (
    <li>
      <label className="tickable" title={objection ?? undefined}>
        <input
          type="checkbox"
          checked={isDone(activity)}
          aria-disabled={objection !== null}
          onChange={change}
        />
        <span>
          {activity.name} {activity.doneOn && <span className="quiet">{shortDate(activity.doneOn)}</span>}{' '}
          {intended && <Tag tone="intended">Intended</Tag>}
        </span>
      </label>
    </li>
  )
}
