import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { memo } from 'react'
import type { Column } from '../../grid/column.ts'
import type { ListAddress } from './list-address.ts'
import { shownColumns, turnedWhere } from './shown-columns.ts'

interface ColumnsMenuProps {
  readonly columns: readonly Pick<Column<never>, 'id' | 'title' | 'leftOutAtFirst'>[]
  readonly address: ListAddress
}

/** Which columns are shown; the first one always is, it says which row it is. */
export const ColumnsMenu = memo(function ColumnsMenu({ columns, address }: ColumnsMenuProps) {
  const [, ...others] = columns
  const shown = shownColumns(columns, address.turned).map(({ id }) => id)
  const show = (ids: readonly string[]) => address.turn(turnedWhere(others, ids))
  return (
    <Menu checkedValues={{ shown }} onCheckedValueChange={(_, { checkedItems }) => show(checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle">
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {others.map(({ id, title }) => (
            <MenuItemCheckbox key={id} name="shown" value={id}>
              {title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
})
