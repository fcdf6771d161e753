import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useActions } from '../../keyboard/action.ts'

/** What can be done with a list as a whole. */
export function ListTools({ children }: { readonly children?: ReactNode }) {
  const csv = useActions().find(({ id }) => id === 'export-csv')
  return (
    <div className="list-tools">
      {children}
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
