import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { memo } from 'react'
import { deskPartsOf, partWords } from '../../../shared/queries/desk-part.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { overlayOpened } from '../../store/panel.ts'
import { type Settings, singleKeysSwitched, themeChosen } from '../../store/settings.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useSignOut } from '../sign-out.ts'
import { Search } from './search.tsx'

/** Whose desk this is, the search, and the menu. */
export const Header = memo(function Header({ readings }: { readonly readings: Readings | undefined }) {
  const { identity } = useDesk()
  const dispatch = useDeskDispatch()
  return (
    <header className="top">
      <strong className="product">Team Leader Desk</strong>
      <span className="whose">
        {readings && readings.view.kind !== 'person' && `${titleOf(readings.view)} · `}
        {identity.name}
        {readings && `, ${roleWords(readings)}`}
      </span>
      <Search readings={readings} />
      <Button size="small" className="everything" onClick={() => dispatch(overlayOpened('palette'))}>
        Everything by name <KeyCap>Ctrl K</KeyCap>
      </Button>
      <DeskMenu />
    </header>
  )
})

const roleWords = ({ view, index }: Readings) =>
  deskPartsOf(view.staff, index)
    .map(part => partWords[part])
    .join(' and ')

const themes = { system: 'Colours as the system has them', light: 'Light', dark: 'Dark' } as const

function DeskMenu() {
  const { theme, singleKeys } = useDeskState(state => state.settings)
  const dispatch = useDeskDispatch()
  const signOut = useSignOut()
  return (
    <Menu checkedValues={{ theme: [theme], keys: singleKeys ? ['single'] : [] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle">
          Settings
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(Object.keys(themes) as Settings['theme'][]).map(value => (
            <MenuItemRadio
              key={value}
              name="theme"
              value={value}
              onClick={() => dispatch(themeChosen(value))}
            >
              {themes[value]}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemCheckbox
            name="keys"
            value="single"
            onClick={() => dispatch(singleKeysSwitched(!singleKeys))}
          >
            Single keys
          </MenuItemCheckbox>
          <MenuItem onClick={() => dispatch(overlayOpened('keys'))}>All keys</MenuItem>
          <MenuItem onClick={() => dispatch(overlayOpened('about'))}>About this desk</MenuItem>
          <MenuDivider />
          <MenuItem onClick={signOut}>Sign out</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
