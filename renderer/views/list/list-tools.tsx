import { Button } from '@fluentui/react-components'
import { useActions } from '../../keyboard/action.ts'

/** What can be done with a list as a whole. */
export function ListTools() {
  const csv = useActions().find(({ id }) => id === 'export-csv')
  return (
    <div className="list-tools">
      {csv && (
        <Button
          size="small"
          appearance="subtle"
          title={csv.name}
          aria-label={csv.name}
          disabledFocusable={csv.whyNot !== null}
          onClick={csv.run}
        >
          CSV
        </Button>
      )}
    </div>
  )
}
