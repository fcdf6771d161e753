import { Button } from '@fluentui/react-components'
import type { Incident } from '../../../shared/domain/incident.ts'
import { stepsFrom } from '../../../shared/domain/incident-steps.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'

/** The steps that are open in its state; one that is not this person’s says whose it is (INC-14). */
export function StepButtons({ incident }: { readonly incident: Incident }) {
  const actions = useActions()
  const open = stepsFrom(incident.state).flatMap(step => actions.find(({ id }) => id === step) ?? [])
  const his = open.filter(({ whyNot }) => whyNot === null)
  const [first] = his
  const others = open.filter(({ whyNot }) => whyNot !== null)
  return (
    <>
      <div className="toolbar">
        {his.map(({ id, name, keys, run }) => (
          <Button key={id} size="small" appearance={id === first?.id ? 'primary' : 'secondary'} onClick={run}>
            {name}
            {keys[0] && <KeyCap>{keys[0]}</KeyCap>}
          </Button>
        ))}
      </div>
      {others.length > 0 && (
        <details className="not-yours">
          <summary>What you cannot do now, and why</summary>
          <ul>
            {others.map(({ id, name, whyNot }) => (
              <li key={id}>
                <strong>{name}</strong>: {whyNot}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
